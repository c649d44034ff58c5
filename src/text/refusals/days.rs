//! What is wrong with a day.

use super::Said;
use crate::domain::day::Day;
use crate::text::Language;
use crate::text::format::day;

pub(super) fn in_the_future(said: Said<'_>, today: Day) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} chưa đến; hôm nay là {}.", day(today)),
        Language::En => format!("{capital} has not come yet; today is {}.", day(today)),
    }
}

pub(super) fn before_disbursement(said: Said<'_>, first: Day) -> String {
    let what = said.what;
    match said.language {
        Language::Vi => {
            format!("Món vay giải ngân ngày {}; {what} phải từ ngày đó trở đi.", day(first))
        }
        Language::En => {
            format!("The loan was disbursed on {}; {what} must be that day or later.", day(first))
        }
    }
}

pub(super) fn before_opening(said: Said<'_>, opening: Day) -> String {
    let what = said.what;
    match said.language {
        Language::Vi => {
            format!("Sổ theo dõi món vay này sau ngày {}; {what} phải sau ngày đó.", day(opening))
        }
        Language::En => {
            format!("The book follows this loan after {}; {what} must be later.", day(opening))
        }
    }
}

pub(super) fn before(said: Said<'_>, bound: Day) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} phải từ ngày {} trở đi.", day(bound)),
        Language::En => format!("{capital} must be {} or later.", day(bound)),
    }
}

pub(super) fn not_later(said: Said<'_>, bound: Day) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} phải sau ngày {}.", day(bound)),
        Language::En => format!("{capital} must be later than {}.", day(bound)),
    }
}

pub(super) fn too_late(said: Said<'_>, bound: Day) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} phải từ ngày {} trở về trước.", day(bound)),
        Language::En => format!("{capital} must be {} or earlier.", day(bound)),
    }
}

pub(super) fn no_session(language: Language, earlier: Day, later: Day) -> String {
    match language {
        Language::Vi => {
            format!(
                "Không có phiên giao dịch ngày này; phiên gần nhất là {} và {}.",
                day(earlier),
                day(later)
            )
        }
        Language::En => {
            format!(
                "No session is held that day; the nearest are {} and {}.",
                day(earlier),
                day(later)
            )
        }
    }
}

pub(super) fn group_not_there(language: Language, founded: Day) -> String {
    match language {
        Language::Vi => {
            format!("Ngày này tổ chưa hoạt động: tổ thành lập ngày {}.", day(founded))
        }
        Language::En => {
            format!("The group is not active yet that day: it was founded on {}.", day(founded))
        }
    }
}

pub(super) fn group_closed(language: Language, closed: Day) -> String {
    match language {
        Language::Vi => {
            format!("Ngày này tổ không còn hoạt động: tổ đã giải thể ngày {}.", day(closed))
        }
        Language::En => {
            format!("The group is no longer active that day: it was closed on {}.", day(closed))
        }
    }
}

pub(super) fn visited_that_day(language: Language) -> String {
    let said = match language {
        Language::Vi => "Món vay này đã ghi kiểm tra ngày đó; xin chọn ngày khác hoặc bỏ dòng này.",
        Language::En => {
            "This loan has a visit on that day already; choose another day or leave the line \
                 out."
        }
    };
    said.to_owned()
}

pub(super) fn facts_from(said: Said<'_>, first: Day) -> String {
    let (what, first) = (said.what, day(first));
    match said.language {
        Language::Vi => {
            format!("Món vay này đã có số liệu ngày {first}; {what} phải từ ngày đó trở về trước.")
        }
        Language::En => {
            format!("This loan has facts of {first}; the {what} must be that day or earlier.")
        }
    }
}

pub(super) fn opens_before(said: Said<'_>, first: Day) -> String {
    let (what, first) = (said.what, day(first));
    match said.language {
        Language::Vi => {
            format!("Món vay này đã có số liệu ngày {first}; {what} phải trước ngày đó.")
        }
        Language::En => {
            format!("This loan has facts of {first}; the {what} must be earlier.")
        }
    }
}

pub(super) fn rests_from(language: Language, first: Day) -> String {
    match language {
        Language::Vi => format!(
            "Món vay này đã có số liệu ngày {} dựa vào bút toán này; xin hủy số liệu đó trước.",
            day(first)
        ),
        Language::En => format!(
            "Facts of this loan of {} rest on that entry; please take them back first.",
            day(first)
        ),
    }
}

pub(super) fn opening_known(language: Language, opening: Day) -> String {
    match language {
        Language::Vi => format!(
            "Món vay này đã có số dư đầu ngày {}; xin hủy số dư đó trước khi ghi lại.",
            day(opening)
        ),
        Language::En => format!(
            "This loan has an opening of {}; please take it back before recording another.",
            day(opening)
        ),
    }
}

pub(super) fn frozen_already(language: Language) -> String {
    let said = match language {
        Language::Vi => "Món vay này đang được khoanh vào ngày đó rồi.",
        Language::En => "This loan is frozen on that day already.",
    };
    said.to_owned()
}

pub(super) fn not_frozen(language: Language) -> String {
    let said = match language {
        Language::Vi => "Món vay này không được khoanh vào ngày đó.",
        Language::En => "This loan is not frozen on that day.",
    };
    said.to_owned()
}

pub(super) fn checked_that_day(language: Language) -> String {
    let said = match language {
        Language::Vi => "Tổ này đã ghi kiểm tra ngày đó; xin xem lại ngày hoặc hủy bản đã ghi.",
        Language::En => {
            "A check of this group is recorded for that day; choose another or take it back."
        }
    };
    said.to_owned()
}

/// A year where a day of birth is asked for: the program makes no day up, and nobody is to.
#[must_use]
pub fn only_a_year(language: Language) -> String {
    let said = match language {
        Language::Vi => {
            "Cần đủ ngày, tháng, năm, như 1/5/1985. Chỉ biết năm sinh thì bỏ trống ô này, đừng \
                 đặt ngày."
        }
        Language::En => {
            "Day, month and year are needed, as 1/5/1985. Where only the year is known leave it \
                 empty; make no day up."
        }
    };
    said.to_owned()
}

/// What can't be read as a day of birth.
#[must_use]
pub fn no_birth_day(language: Language) -> String {
    let said = match language {
        Language::Vi => "Không đọc được ngày sinh; gõ như 1/5/80, 01051980 hoặc 1/5/1980.",
        Language::En => "That can't be read as a day of birth; type 1/5/80, 01051980 or 1/5/1980.",
    };
    said.to_owned()
}
