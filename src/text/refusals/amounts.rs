//! What is wrong with an amount.

use super::Said;
use crate::domain::money::Dong;
use crate::text::Language;
use crate::text::format::money;

pub(super) fn not_positive(said: Said<'_>) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} phải lớn hơn 0 đ."),
        Language::En => format!("{capital} must be more than 0 đ."),
    }
}

pub(super) fn negative(said: Said<'_>) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} không được âm; để trống nếu không có."),
        Language::En => format!("{capital} can't be below zero; leave it empty for none."),
    }
}

pub(super) fn too_large(said: Said<'_>, most: Dong) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} quá lớn; nhiều nhất là {}.", money(most)),
        Language::En => format!("{capital} is too large; the most is {}.", money(most)),
    }
}

pub(super) fn more_than_outstanding(language: Language, most: Dong) -> String {
    match language {
        Language::Vi => {
            format!("Dư nợ gốc chỉ còn {}; số trả gốc không được lớn hơn.", money(most))
        }
        Language::En => {
            format!("Only {} of principal is outstanding; no more can be repaid.", money(most))
        }
    }
}

pub(super) fn more_than_saved(language: Language, most: Dong) -> String {
    match language {
        Language::Vi => {
            format!("Số dư tiết kiệm chỉ có {}; số rút không được lớn hơn.", money(most))
        }
        Language::En => format!("Only {} is saved; no more can be withdrawn.", money(most)),
    }
}

pub(super) fn use_beyond_received(language: Language, used: Dong, received: Dong) -> String {
    match language {
        Language::Vi => {
            format!(
                "Đúng, sai và chưa sử dụng cộng lại là {}, lớn hơn số thực nhận {}.",
                money(used),
                money(received)
            )
        }
        Language::En => {
            format!(
                "Right, wrong and unused use add up to {}, more than the {} received.",
                money(used),
                money(received)
            )
        }
    }
}

pub(super) fn received_beyond_disbursed(language: Language, disbursed: Dong) -> String {
    match language {
        Language::Vi => {
            format!(
                "Đến ngày đó mới giải ngân {}; số thực nhận không được lớn hơn.",
                money(disbursed)
            )
        }
        Language::En => {
            format!(
                "Only {} was disbursed by then; no more can have been received.",
                money(disbursed)
            )
        }
    }
}

pub(super) fn beyond_principal(said: Said<'_>, left: Dong) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => {
            format!("{capital} quá lớn: theo khế ước chỉ còn {} chưa giải ngân.", money(left))
        }
        Language::En => {
            format!("{capital} is too large: {} of the principal is left to disburse.", money(left))
        }
    }
}

pub(super) fn rests_on(language: Language, sum: Dong) -> String {
    match language {
        Language::Vi => {
            format!("Không hủy được: đã có {} trả hoặc giải ngân dựa vào bút toán này.", money(sum))
        }
        Language::En => {
            format!("It can't be taken back: {} paid or disbursed rests on it.", money(sum))
        }
    }
}
