//! What the book, or an entry itself, does not allow.

use super::Said;
use crate::domain::day::Day;
use crate::domain::ids::FactId;
use crate::text::Language;
use crate::text::format::day;

pub(super) fn missing(said: Said<'_>) -> String {
    let what = said.what;
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("Chưa có {what}; xin nhập {what}."),
        Language::En => format!("{capital} is missing; please give it."),
    }
}

pub(super) fn unknown(said: Said<'_>, given: &str) -> String {
    let what = said.what;
    match said.language {
        Language::Vi => format!("Không có {what} “{given}” trong sổ; xin xem lại."),
        Language::En => {
            format!("There is no {what} “{given}” in the book; please look again.")
        }
    }
}

/// The same of what is to be taken back: it is an entry by its id, taken back or not.
pub(super) fn unknown_entry(language: Language, id: &str) -> String {
    match language {
        Language::Vi => format!("Không có bút toán mã “{id}” trong sổ; xin xem lại mã."),
        Language::En => {
            format!("There is no entry with id “{id}” in the book; please check the id.")
        }
    }
}

pub(super) fn empty(language: Language) -> String {
    let said = match language {
        Language::Vi => "Chưa nhập gì; xin nhập ít nhất một dòng.",
        Language::En => "Nothing is filled in; please fill in at least one line.",
    };
    said.to_owned()
}

pub(super) fn too_long(said: Said<'_>, most: usize) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} quá dài; nhiều nhất {most} ký tự."),
        Language::En => format!("{capital} is too long; at most {most} characters."),
    }
}

pub(super) fn control_characters(said: Said<'_>) -> String {
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} có ký tự lạ không đọc được; xin gõ lại."),
        Language::En => {
            format!("{capital} has characters that can't be read; please type it again.")
        }
    }
}

pub(super) fn receipt_missing(language: Language) -> String {
    let said = match language {
        Language::Vi => "Trả gốc phải có số biên lai của ngân hàng.",
        Language::En => "A principal payment needs the bank's receipt number.",
    };
    said.to_owned()
}

pub(super) fn receipt_twice(language: Language, on: Day) -> String {
    match language {
        Language::Vi => {
            format!("Số biên lai này đã ghi ngày {}; xin xem lại số biên lai.", day(on))
        }
        Language::En => {
            format!("That receipt number was recorded on {}; please check it.", day(on))
        }
    }
}

pub(super) fn reversed_already(language: Language) -> String {
    let said = match language {
        Language::Vi => "Bút toán này đã được hủy trước đó.",
        Language::En => "That entry was taken back already.",
    };
    said.to_owned()
}

pub(super) fn reverses_reversal(language: Language) -> String {
    let said = match language {
        Language::Vi => "Không hủy được một bút toán hủy; xin ghi bút toán mới.",
        Language::En => "A reversal can't be taken back; please record a new entry.",
    };
    said.to_owned()
}

/// `whose` is the loan or the member.
pub(super) fn reverses_other(language: Language, whose: &str) -> String {
    match language {
        Language::Vi => {
            format!("Bút toán hủy phải cùng {whose}, cùng loại và cùng số tiền với bút toán gốc.")
        }
        Language::En => format!(
            "A reversal must have the {whose}, kind and amount of the entry that it takes back."
        ),
    }
}

pub(super) fn id_taken(language: Language, id: &FactId) -> String {
    match language {
        Language::Vi => {
            format!("Mã {id} đã có trong sổ với nội dung khác; xin mở lại biểu mẫu để nhập.")
        }
        Language::En => {
            format!("Id {id} is in the book with other content; please open the form again.")
        }
    }
}

pub(super) fn read_only(language: Language) -> String {
    let said = match language {
        Language::Vi => "Sổ đang mở chỉ để đọc; không ghi được.",
        Language::En => "The book is open for reading only; nothing can be saved.",
    };
    said.to_owned()
}

pub(super) fn last_instalment(language: Language) -> String {
    let said = match language {
        Language::Vi => "Kỳ cuối không điều chỉnh; muốn lùi hạn cuối, xin ghi gia hạn (extend).",
        Language::En => "The last instalment is not rescheduled; extend the loan instead.",
    };
    said.to_owned()
}

pub(super) fn several_facts(language: Language, kinds: &str) -> String {
    match language {
        Language::Vi => format!("Có nhiều bút toán cùng mã này ({kinds}); không rõ hủy cái nào."),
        Language::En => format!("Several facts have that id ({kinds}); it can't be told which."),
    }
}
