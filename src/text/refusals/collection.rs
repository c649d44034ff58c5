//! Refusals of the collection day: cash, promises, money off the calendar, action items.

use crate::domain::refusal::Collection;
use crate::text::Language;
use crate::text::format::{day, money};

/// The sentence for one of them.
pub(super) fn of(language: Language, why: &Collection) -> String {
    match language {
        Language::Vi => vi(why),
        Language::En => en(why),
    }
}

fn vi(why: &Collection) -> String {
    match why {
        Collection::PromiseHalf => {
            "Đã hẹn trả thì ghi cả số tiền và ngày hẹn; không hẹn thì để trống cả hai.".to_owned()
        }
        Collection::SheetsComeTo(sum) => {
            format!("Bảng kê của tổ bây giờ cộng lại {}; đếm lại theo số này.", money(*sum))
        }
        Collection::NoSheet => {
            "Tổ chưa ghi sổ đồng nào ở phiên này; ghi bảng kê trước rồi đếm tiền.".to_owned()
        }
        Collection::NotesBeyond(notes) => format!(
            "Các tờ tiền cộng lại {}, nhiều hơn tổng tiền đếm được; xem lại số tờ hoặc tổng.",
            money(*notes)
        ),
        Collection::DifferenceUnexplained(difference) => {
            let (word, amount) = short_or_over(*difference, "thiếu", "thừa");
            format!("Tiền mặt {word} {amount}; ghi một câu vì sao.")
        }
        Collection::SecondPerson => {
            "Tiền phiên này đã đếm xong: cần tên người thứ hai xác nhận mới hủy được.".to_owned()
        }
        Collection::SecondPersonSame(name) => {
            format!("{name} là người đang ghi sổ; người xác nhận phải là người khác.")
        }
        Collection::OffCalendar(before, after) => format!(
            "Ngày này không có phiên (phiên trước {}, phiên sau {}); ghi lý do thu ngoài phiên.",
            day(*before),
            day(*after)
        ),
        Collection::PartialUnexplained(due) => {
            format!("Lãi phải thu {}; trả chưa đủ thì ghi lý do.", money(*due))
        }
        Collection::ClosedAlready(since) => {
            format!("Việc này đã kết thúc ngày {}; mở lại trước.", day(*since))
        }
        Collection::NotClosed => "Việc này đang làm, chưa kết thúc để mở lại.".to_owned(),
        Collection::BearsActions => {
            "Cuộc họp này đã giao việc; hủy các việc đó trước rồi mới hủy cuộc họp.".to_owned()
        }
        Collection::BearsSteps => {
            "Việc này đã có kết quả ghi theo; hủy các kết quả đó trước.".to_owned()
        }
    }
}

fn en(why: &Collection) -> String {
    match why {
        Collection::PromiseHalf => {
            "A promise needs both the amount and the day; without one, leave both empty.".to_owned()
        }
        Collection::SheetsComeTo(sum) => {
            format!("The group's sheets come to {} by now; count against that sum.", money(*sum))
        }
        Collection::NoSheet => {
            "Nothing of the group is saved for this session; save its sheet, then count.".to_owned()
        }
        Collection::NotesBeyond(notes) => format!(
            "The notes come to {}, more than the cash counted; look at notes and sum again.",
            money(*notes)
        ),
        Collection::DifferenceUnexplained(difference) => {
            let (word, amount) = short_or_over(*difference, "short", "over");
            format!("The cash is {word} by {amount}; say why in a sentence.")
        }
        Collection::SecondPerson => {
            "This session's cash is counted: taking back needs a second person's name.".to_owned()
        }
        Collection::SecondPersonSame(name) => {
            format!("{name} is the one who records; another person has to confirm.")
        }
        Collection::OffCalendar(before, after) => format!(
            "There is no session on that day (before it {}, after it {}); say why money came in.",
            day(*before),
            day(*after)
        ),
        Collection::PartialUnexplained(due) => {
            format!("The interest to pay is {}; say why it is not paid in full.", money(*due))
        }
        Collection::ClosedAlready(since) => {
            format!("It was closed on {}; open it again first.", day(*since))
        }
        Collection::NotClosed => "It is still open, so it can't be opened again.".to_owned(),
        Collection::BearsActions => {
            "Action items name this meeting; take them back before the meeting.".to_owned()
        }
        Collection::BearsSteps => {
            "Steps of this action item are recorded; take them back first.".to_owned()
        }
    }
}

/// Which of two words holds for a difference, and how much it is.
fn short_or_over(
    difference: crate::domain::money::Dong,
    short: &'static str,
    over: &'static str,
) -> (&'static str, String) {
    let zero = crate::domain::money::Dong::ZERO;
    if difference < zero { (short, money(zero - difference)) } else { (over, money(difference)) }
}
