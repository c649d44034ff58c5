//! What is wrong with who pays, collects or stands on a line.

use super::Said;
use crate::text::Language;

pub(super) fn principal_through_group(language: Language) -> String {
    let said = match language {
        Language::Vi => {
            "Tiền gốc do hộ vay trả trực tiếp cho ngân hàng, không thu qua tổ; xin chọn điểm \
                 giao dịch hoặc trụ sở."
        }
        Language::En => {
            "Principal is paid by the borrower to the bank, never through the group; choose \
                 the point or the office."
        }
    };
    said.to_owned()
}

pub(super) fn association_collects(language: Language) -> String {
    let said = match language {
        Language::Vi => {
            "Hội, đoàn thể không thu tiền; người thu là tổ trưởng, tổ phó hoặc ngân hàng."
        }
        Language::En => {
            "An association collects no money; the collector is the leader, the deputy or the \
                 bank."
        }
    };
    said.to_owned()
}

pub(super) fn no_loan(language: Language) -> String {
    let said = match language {
        Language::Vi => "Tổ viên này không có món vay nào để thu lãi.",
        Language::En => "This member has no loan on which interest could be paid.",
    };
    said.to_owned()
}

pub(super) fn on_sheet_already(language: Language) -> String {
    let said = match language {
        Language::Vi => {
            "Tổ viên này đã có trong bảng kê đã ghi của phiên này; xin để trống dòng này."
        }
        Language::En => {
            "This member stands on a saved sheet of this session; leave the line empty."
        }
    };
    said.to_owned()
}

pub(super) fn of_another_group(said: Said<'_>, group: &str) -> String {
    let what = said.what;
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} này thuộc tổ {group}; xin ghi vào sổ của tổ đó."),
        Language::En => format!("This {what} belongs to group {group}; please record it there."),
    }
}

pub(super) fn twice(said: Said<'_>, line: usize) -> String {
    let what = said.what;
    let capital = said.capital();
    match said.language {
        Language::Vi => format!("{capital} đã có ở dòng {line}; mỗi {what} chỉ một dòng."),
        Language::En => format!("{capital} stands on line {line} already; give each once."),
    }
}
