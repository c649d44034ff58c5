//! What is wrong with a whole number, a rate or a month that can't be read.

use crate::text::Language;
use crate::text::parse::figures::FigureFault;

/// The sentence for a figure that can't be read.
#[must_use]
pub fn figure_fault(language: Language, fault: FigureFault) -> String {
    let (vi, en) = match fault {
        FigureFault::NoNumber => {
            ("Chỗ này là số nguyên; gõ như 60.", "That is no whole number; type 60.")
        }
        FigureFault::NoRate => (
            "Lãi suất tính theo %/năm, từ 0 đến 100; gõ như 7,92.",
            "A rate is in percent a year, 0 to 100; type 7,92.",
        ),
        FigureFault::NoMonth => (
            "Không đọc được tháng; gõ như 11 hoặc 11/2026.",
            "That can't be read as a month; type 11 or 11/2026.",
        ),
    };
    match language {
        Language::Vi => vi.to_owned(),
        Language::En => en.to_owned(),
    }
}

/// Nothing in a list fits what was typed; `fixed` where it lists words of the program, not rows of
/// the book.
#[must_use]
pub fn none_fits(language: Language, fixed: bool) -> String {
    match language {
        Language::Vi if fixed => "Không có lựa chọn này. Xóa đi rồi bấm ← → để chọn.".to_owned(),
        Language::En if fixed => {
            "There is no such choice. Erase it, then ← → to choose.".to_owned()
        }
        Language::Vi => "Không có trong sổ. Gõ một phần tên hoặc mã, không cần dấu.".to_owned(),
        Language::En => "Nothing in the book fits. Type part of a name or code.".to_owned(),
    }
}

/// No instalment that can be moved has the number typed; `numbers` are those that can.
#[must_use]
pub fn no_instalment(language: Language, numbers: &[&str]) -> String {
    let or = match language {
        Language::Vi => " hoặc ",
        Language::En => " or ",
    };
    let listed = match numbers {
        [] => return none_fits(language, false),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{}{or}{last}", most.join(", ")),
    };
    match language {
        Language::Vi => format!("Chỉ dời được kỳ {listed}."),
        Language::En => format!("Only instalment {listed} can be moved."),
    }
}
