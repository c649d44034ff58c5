//! What is wrong with a row of master data: codes, places, people, contracts.

use super::Said;
use crate::domain::day::Day;
use crate::domain::money::Dong;
use crate::domain::place::PlaceKind;
use crate::text::Language;
use crate::text::format::{day, money};
use crate::text::words::Named;

pub(super) fn digits(said: Said<'_>, least: usize, most: usize) -> String {
    let capital = said.capital();
    match (said.language, least == most) {
        (Language::Vi, true) => format!("{capital} phải có đúng {most} chữ số."),
        (Language::Vi, false) => format!("{capital} phải có từ {least} đến {most} chữ số."),
        (Language::En, true) => format!("{capital} must have exactly {most} digits."),
        (Language::En, false) => format!("{capital} must have {least} to {most} digits."),
    }
}

pub(super) fn blanks(said: Said<'_>) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} không có khoảng trắng; xin gõ liền."),
        Language::En => format!("{capital} has no blanks; please type it without."),
    }
}

pub(super) fn code_known(said: Said<'_>, whose: &str) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => {
            format!("{capital} này đã có trong sổ: {whose}; xin xem lại {}.", said.what)
        }
        Language::En => format!("That {} is in the book already: {whose}.", said.what),
    }
}

pub(super) fn not_empty(said: Said<'_>) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} phải để trống."),
        Language::En => format!("{capital} must be left empty."),
    }
}

pub(super) fn other_place(said: Said<'_>, kinds: &[PlaceKind]) -> String {
    let capital = said.capital();
    let names: Vec<&str> = kinds.iter().map(|kind| kind.say(said.language)).collect();
    match said.language {
        Language::Vi => format!("{capital} phải là mã của {}.", names.join(" hoặc ")),
        Language::En => format!("{capital} must be the code of a {}.", names.join(" or ")),
    }
}

pub(super) fn out_of(said: Said<'_>, least: u32, most: u32) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} phải từ {least} đến {most}."),
        Language::En => format!("{capital} must be {least} to {most}."),
    }
}

pub(super) fn not_one_of(said: Said<'_>, given: &str, known: &str) -> String {
    let what = said.what;
    match said.language {
        Language::Vi => format!("Không có {what} “{given}”; hiện có: {known}."),
        Language::En => format!("There is no {what} “{given}”; there is: {known}."),
    }
}

pub(super) fn fixed(said: Said<'_>) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} không sửa được nữa vì sổ đã có số liệu dựa vào đó."),
        Language::En => format!("{capital} can't be changed: what is recorded rests on it."),
    }
}

pub(super) fn own_entry(language: Language) -> String {
    let said = match language {
        Language::Vi => "Món vay đã có trong sổ; lần giải ngân và số dư đầu xin ghi riêng.",
        Language::En => {
            "The loan is in the book already; record its tranches and opening by themselves."
        }
    };
    said.to_owned()
}

pub(super) fn same_person(language: Language) -> String {
    let said = match language {
        Language::Vi => "Tổ trưởng và tổ phó phải là hai người khác nhau.",
        Language::En => "Leader and deputy must be two people.",
    };
    said.to_owned()
}

pub(super) fn member_not_there(language: Language, joined: Day) -> String {
    match language {
        Language::Vi => {
            format!("Ngày đó người này chưa là tổ viên: vào tổ ngày {}.", day(joined))
        }
        Language::En => {
            format!("That person is no member yet on that day: joined on {}.", day(joined))
        }
    }
}

pub(super) fn member_left(language: Language, left: Day) -> String {
    match language {
        Language::Vi => {
            format!("Ngày đó người này không còn là tổ viên: ra tổ ngày {}.", day(left))
        }
        Language::En => {
            format!("That person is no member any more on that day: left on {}.", day(left))
        }
    }
}

pub(super) fn earlier_tranche_first(
    language: Language,
    least: Dong,
    first: Day,
    opening: Day,
) -> String {
    let (least, first, opening) = (money(least), day(first), day(opening));
    match language {
        Language::Vi => format!(
            "Xin ghi trước phần đã giải ngân đến ngày mở sổ {opening}: ít nhất {least}, \
             ví dụ một lần giải ngân ngày {first}."
        ),
        Language::En => format!(
            "First record what was disbursed up to the opening of {opening}: at least {least}, \
             for example a tranche of {first}."
        ),
    }
}

pub(super) fn group_full(language: Language, most: u32) -> String {
    match language {
        Language::Vi => format!("Tổ đã đủ {most} tổ viên; không thêm được nữa."),
        Language::En => format!("The group has its {most} members; no more can join."),
    }
}

pub(super) fn leads_group(language: Language, group: &str) -> String {
    match language {
        Language::Vi => {
            format!("Người này là tổ trưởng hoặc tổ phó của tổ {group}; xin đổi trước.")
        }
        Language::En => {
            format!("This is the leader or deputy of group {group}; please change that first.")
        }
    }
}

pub(super) fn id_number_of(language: Language, who: &str) -> String {
    match language {
        Language::Vi => format!("Số căn cước này đã ghi cho {who}; xin xem lại."),
        Language::En => format!("That ID number is recorded for {who}; please check it."),
    }
}

pub(super) fn not_a_phone(said: Said<'_>) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} phải có 9–11 chữ số, như 0901234567 hoặc +84901234567."),
        Language::En => {
            format!("{capital} must have 9–11 digits, like 0901234567 or +84901234567.")
        }
    }
}

pub(super) fn age(said: Said<'_>, least: u32, most: u32) -> String {
    match said.language {
        Language::Vi => {
            format!("Vào tổ phải từ đủ {least} đến {most} tuổi; xin xem lại {}.", said.what)
        }
        Language::En => {
            format!("Who joins is {least} to {most} years old; please check the {}.", said.what)
        }
    }
}

pub(super) fn instalments_sum(language: Language, sum: Dong, principal: Dong) -> String {
    match language {
        Language::Vi => format!(
            "Các phân kỳ cộng lại là {}, phải bằng số tiền vay {}.",
            money(sum),
            money(principal)
        ),
        Language::En => format!(
            "The instalments add up to {}, not to the principal of {}.",
            money(sum),
            money(principal)
        ),
    }
}

pub(super) fn beyond_disbursed(said: Said<'_>, disbursed: Dong) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => {
            format!(
                "Đến ngày đó mới giải ngân {}; {} không được lớn hơn.",
                money(disbursed),
                said.what
            )
        }
        Language::En => {
            format!("{capital} can't be more than the {} disbursed by then.", money(disbursed))
        }
    }
}

pub(super) fn less_than(said: Said<'_>, least: Dong) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!(
            "{capital} không được nhỏ hơn {}, là số đã giải ngân, đã trả hoặc còn dư.",
            money(least)
        ),
        Language::En => format!(
            "{capital} can't be less than {}, which was disbursed, paid or is outstanding.",
            money(least)
        ),
    }
}

pub(super) fn rescheduled(language: Language, no: u32, on: Day) -> String {
    let on = day(on);
    match language {
        Language::Vi => format!(
            "Kỳ {no} đã được điều chỉnh hạn ngày {on}: giữ nguyên số kỳ, hạn và số tiền, hoặc xin \
             hủy lần điều chỉnh đó trước."
        ),
        Language::En => format!(
            "Instalment {no} was rescheduled on {on}: keep its number, due day and amount, or \
             please take that change back first."
        ),
    }
}

pub(super) fn overturns(language: Language, on: Day) -> String {
    let on = day(on);
    match language {
        Language::Vi => format!(
            "Hạn mới không còn hợp với lần điều chỉnh, gia hạn ngày {on}; xin hủy lần đó trước."
        ),
        Language::En => format!(
            "The rescheduling or extension of {on} would no longer fit these days; please take it \
             back first."
        ),
    }
}
