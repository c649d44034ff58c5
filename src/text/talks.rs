//! Talks with borrowers and promises: whom to talk to first and why, how a promise stands, the form
//! of a talk.
#![allow(missing_docs)]

use super::words::Named;
use super::{Language, format};
use crate::domain::contact::{PromiseStanding, PromiseState};
use crate::domain::talk_first::{Need, TalkFirst, TalkReason};

/// The form of a talk, and what is said of talks elsewhere.
#[derive(Debug)]
pub struct Talks {
    pub key: &'static str,
    pub title: &'static str,
    pub how: &'static str,
    pub day: &'static str,
    pub talker: &'static str,
    pub said: &'static str,
    pub promised_amount: &'static str,
    pub promised_by: &'static str,
    pub hint_said: &'static str,
    pub hint_amount: &'static str,
    pub hint_by: &'static str,
    pub hint_how: &'static str,
    pub owes: fn(&str, &str) -> String,
    pub owes_nothing: &'static str,
    pub last: fn(&str, &str) -> String,
    pub never: &'static str,
    pub counts_until: fn(&str) -> String,
    pub saved: fn(&str) -> String,
    pub explains: &'static [&'static str],
}

pub const VI: Talks = Talks {
    key: "liên hệ",
    title: "Ghi liên hệ",
    how: "Cách liên hệ",
    day: "Ngày",
    talker: "Người liên hệ",
    said: "Nội dung",
    promised_amount: "Hẹn trả số tiền",
    promised_by: "Hẹn trả trước hết ngày",
    hint_said: "Hộ vay nói gì; có hẹn trả thì để trống cũng được.",
    hint_amount: "Gốc và lãi cộng chung, như 500k hoặc 1,5tr; không hẹn thì để trống.",
    hint_by: "Ngày như 20/10; không hẹn thì để trống.",
    hint_how: "Bấm Space hoặc gõ chữ đầu để chọn.",
    owes: |session, sum| format!("Phải trả đến phiên {session}: {sum}"),
    owes_nothing: "Đến phiên tới không phải trả gì.",
    last: |day, what| format!("Liên hệ gần nhất {day}: {what}"),
    never: "Chưa có liên hệ nào được ghi.",
    counts_until: |session| format!("Lời hẹn này tính đến hết phiên {session}."),
    saved: |name| format!("Đã ghi liên hệ với {name}"),
    explains: &[
        "Liên hệ: ai, cách nào, ngày nào, hộ vay nói gì. Có hẹn trả thì ghi cả số tiền và ngày \
         hẹn.",
        "Giữ lời: đến hết phiên đầu tiên từ ngày hẹn trở đi, gốc và lãi trả sau ngày liên hệ đủ số \
         đã hẹn. Trả được ít hơn là trả một phần; không trả là thất hứa. Trả trong chính ngày liên \
         hệ không tính, trừ khi hẹn trả ngay ngày đó.",
        "Ghi nhầm thì vào trang hộ vay, bấm h ở dòng đó để hủy.",
    ],
};

pub const EN: Talks = Talks {
    key: "talk",
    title: "Record a talk",
    how: "How",
    day: "Day",
    talker: "Who talked",
    said: "What was said",
    promised_amount: "Promised to pay",
    promised_by: "By the end of",
    hint_said: "What the borrower said; may stay empty where something was promised.",
    hint_amount: "Principal and interest together, like 500k or 1,5tr; empty without a promise.",
    hint_by: "A day like 20/10; empty without a promise.",
    hint_how: "Space or the first letter chooses.",
    owes: |session, sum| format!("To pay by the session of {session}: {sum}"),
    owes_nothing: "Nothing is to be paid by the next session.",
    last: |day, what| format!("The last talk {day}: {what}"),
    never: "No talk is on record.",
    counts_until: |session| format!("The promise runs to the end of the session of {session}."),
    saved: |name| format!("The talk with {name} is recorded"),
    explains: &[
        "A talk: who, how, on which day, what was said. A promise needs both amount and day.",
        "Kept: by the end of the first session on or after its day, principal and interest paid \
         after the talk reach what was promised. Less is kept in part, nothing is broken. What is \
         paid on the day of the talk does not count, unless that very day was promised.",
        "A mistake is taken back on the borrower's page with h.",
    ],
};

/// A reason to talk to a borrower, in a few words.
#[must_use]
pub fn reason(language: Language, reason: &TalkReason) -> String {
    let vi = language == Language::Vi;
    match reason {
        TalkReason::Overdue(amount) if vi => format!("quá hạn {}", format::money(*amount)),
        TalkReason::Overdue(amount) => format!("overdue {}", format::money(*amount)),
        TalkReason::DaysOverdue(days) if vi => format!("{} ngày", format::whole(*days)),
        TalkReason::DaysOverdue(days) => format!("{} days", format::whole(*days)),
        TalkReason::InterestMonths(months) if vi => format!("nợ lãi {months} tháng"),
        TalkReason::InterestMonths(months) => format!("interest unpaid for {months} months"),
        TalkReason::PromiseBroken(by) if vi => format!("thất hứa {}", format::short_day(*by)),
        TalkReason::PromiseBroken(by) => format!("broke the promise of {}", format::short_day(*by)),
        TalkReason::PromisePartly(by) if vi => {
            format!("hẹn {} trả một phần", format::short_day(*by))
        }
        TalkReason::PromisePartly(by) => {
            format!("kept in part what was promised by {}", format::short_day(*by))
        }
        TalkReason::NotVisited if vi => "năm nay chưa kiểm tra".to_owned(),
        TalkReason::NotVisited => "not visited this year".to_owned(),
    }
}

/// All reasons of a loan: `quá hạn 12.000.000 đ · 95 ngày · thất hứa 20/10`.
#[must_use]
pub fn reasons(language: Language, talk: &TalkFirst) -> Vec<String> {
    talk.reasons.iter().map(|(one, _)| reason(language, one)).collect()
}

/// What else needs somebody before the session: `gốc đến hạn 5.000.000 đ · kiểm tra trước 20/10`.
#[must_use]
pub fn needs(language: Language, needs: &[Need]) -> Vec<String> {
    needs.iter().map(|one| need(language, one)).collect()
}

fn need(language: Language, need: &Need) -> String {
    let vi = language == Language::Vi;
    match need {
        Need::FallsDue(amount) if vi => format!("gốc đến hạn {}", format::money(*amount)),
        Need::FallsDue(amount) => format!("principal due {}", format::money(*amount)),
        Need::PromiseDue(amount, by) if vi => {
            format!("hẹn trả {} ngày {}", format::money(*amount), format::short_day(*by))
        }
        Need::PromiseDue(amount, by) => {
            format!("promised {} by {}", format::money(*amount), format::short_day(*by))
        }
        Need::VisitBy(day) if vi => format!("kiểm tra trước {}", format::short_day(*day)),
        Need::VisitBy(day) => format!("visit by {}", format::short_day(*day)),
        Need::VisitMissed(day) if vi => format!("trễ hạn kiểm tra {}", format::short_day(*day)),
        Need::VisitMissed(day) => format!("visit missed {}", format::short_day(*day)),
        Need::RepayBy(day) if vi => {
            format!("sai mục đích, trả trước {}", format::short_day(*day))
        }
        Need::RepayBy(day) => format!("used wrongly, repay by {}", format::short_day(*day)),
        Need::Arrears(amount) if vi => format!("lãi tồn {}", format::money(*amount)),
        Need::Arrears(amount) => format!("interest arrears {}", format::money(*amount)),
        Need::Inactive if vi => "3 tháng không hoạt động".to_owned(),
        Need::Inactive => "inactive for 3 months".to_owned(),
        Need::Frozen(_) if vi => "đang khoanh".to_owned(),
        Need::Frozen(_) => "frozen".to_owned(),
    }
}

/// The reasons with their points, a line each, and what they add up to.
#[must_use]
pub fn points(language: Language, talk: &TalkFirst) -> Vec<String> {
    let line =
        |(one, points): &(TalkReason, u32)| format!("{points:>4}  {}", reason(language, one));
    let mut lines: Vec<String> = talk.reasons.iter().map(line).collect();
    let sum = if language == Language::Vi { "cộng" } else { "together" };
    lines.push(format!("{:>4}  {sum}", talk.points()));
    lines
}

/// The points of a loan in one line: `50 điểm = quá hạn 6.000.000 đ (20) + 214 ngày (30)`;
/// nothing where it has none.
#[must_use]
pub fn sum(language: Language, talk: &TalkFirst) -> Option<String> {
    let part = |(one, points): &(TalkReason, u32)| format!("{} ({points})", reason(language, one));
    let parts: Vec<String> = talk.reasons.iter().map(part).collect();
    let word = if language == Language::Vi { "điểm" } else { "points" };
    (!parts.is_empty()).then(|| format!("{} {word} = {}", talk.points(), parts.join(" + ")))
}

/// How a promise stands, with its sign and day: `✗ thất hứa 20/10`.
#[must_use]
pub fn promise(language: Language, standing: &PromiseStanding) -> String {
    let state = standing.state.say(language);
    format!("{} {state} {}", sign(standing.state), format::short_day(standing.promise.by))
        .trim_start()
        .to_owned()
}

/// The same with what was promised: `hẹn 500.000 đ: ✗ thất hứa 20/10`.
#[must_use]
pub fn promise_with_sum(language: Language, standing: &PromiseStanding) -> String {
    let word = if language == Language::Vi { "hẹn" } else { "promised" };
    let amount = format::money(standing.promise.amount);
    format!("{word} {amount}: {}", promise(language, standing))
}

/// A sign beside the word, so that colour never says it alone.
#[must_use]
pub const fn sign(state: PromiseState) -> &'static str {
    match state {
        PromiseState::Open => "",
        PromiseState::Kept => "✓",
        PromiseState::Partly => "!",
        PromiseState::Broken => "✗",
    }
}

/// A promise in full: how much by when, and what came of it.
#[must_use]
pub fn promise_in_full(language: Language, standing: &PromiseStanding) -> String {
    let (amount, by) = (format::money(standing.promise.amount), standing.promise.by);
    let (by, state) = (format::day(by), standing.state.say(language));
    let paid = format::money(standing.paid);
    let until = format::short_day(standing.until);
    let vi = language == Language::Vi;
    match standing.state {
        PromiseState::Open if vi => {
            format!("hẹn trả {amount} trước hết {by}, tính đến phiên {until}")
        }
        PromiseState::Open => format!("promised {amount} by {by}, counted up to {until}"),
        PromiseState::Partly if vi => format!("hẹn trả {amount} trước hết {by}: mới trả {paid}"),
        PromiseState::Partly => format!("promised {amount} by {by}: only {paid} paid"),
        _ if vi => format!("hẹn trả {amount} trước hết {by}: {state}"),
        _ => format!("promised {amount} by {by}: {state}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::Promise;
    use crate::domain::day::Day;
    use crate::domain::money::Dong;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect(text)
    }

    #[test]
    fn reasons_are_words_and_their_points_add_up() {
        let talk = TalkFirst {
            reasons: vec![
                (TalkReason::Overdue(Dong::new(12_000_000)), 20),
                (TalkReason::DaysOverdue(95), 25),
                (TalkReason::PromiseBroken(day("2026-10-20")), 25),
                (TalkReason::NotVisited, 10),
            ],
        };
        assert_eq!(
            reasons(Language::Vi, &talk).join(" · "),
            "quá hạn 12.000.000 đ · 95 ngày · thất hứa 20/10 · năm nay chưa kiểm tra"
        );
        assert_eq!(
            points(Language::En, &talk),
            [
                "  20  overdue 12.000.000 đ",
                "  25  95 days",
                "  25  broke the promise of 20/10",
                "  10  not visited this year",
                "  80  together",
            ]
        );
    }

    #[test]
    fn the_points_of_a_loan_are_told_in_one_line() {
        let talk = TalkFirst {
            reasons: vec![(TalkReason::InterestMonths(4), 10), (TalkReason::NotVisited, 10)],
        };
        assert_eq!(
            sum(Language::Vi, &talk).as_deref(),
            Some("20 điểm = nợ lãi 4 tháng (10) + năm nay chưa kiểm tra (10)")
        );
        assert_eq!(sum(Language::Vi, &TalkFirst::default()), None);
    }

    #[test]
    fn a_promise_says_by_when_and_what_came_of_it() {
        let promise_of = |state, paid| PromiseStanding {
            promise: Promise { amount: Dong::new(500_000), by: day("2026-10-20") },
            until: day("2026-11-15"),
            paid: Dong::new(paid),
            state,
        };
        let partly = promise_of(PromiseState::Partly, 200_000);
        assert_eq!(promise(Language::Vi, &partly), "! một phần 20/10");
        assert_eq!(
            promise_in_full(Language::Vi, &partly),
            "hẹn trả 500.000 đ trước hết 20/10/2026: mới trả 200.000 đ"
        );
        let open = promise_of(PromiseState::Open, 0);
        assert_eq!(promise(Language::Vi, &open), "còn hạn 20/10");
        assert_eq!(
            promise_in_full(Language::En, &open),
            "promised 500.000 đ by 20/10/2026, counted up to 15/11"
        );
    }
}
