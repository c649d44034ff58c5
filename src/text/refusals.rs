//! One sentence for each refusal: what is wrong, and what would be right.

mod amounts;
mod book;
mod collection;
mod days;
mod figures;
mod people;
mod rows;

pub use days::{no_birth_day, only_a_year};
pub use figures::{figure_fault, no_instalment, none_fits};

use super::Language;
use super::fields::field_name;
use super::format::money;
use super::parse::{DayFault, MoneyFault};
use crate::domain::day::Day;
use crate::domain::money::Dong;
use crate::domain::refusal::{Field, Refusal, Why};

/// The sentence for a refusal, its line in front where it has one.
#[must_use]
pub fn sentence(language: Language, refusal: &Refusal) -> String {
    let what = field_name(language, refusal.field);
    let said = of_reason(Said { language, what }, refusal.field, &refusal.why);
    match (refusal.line, language) {
        (None, _) => said,
        (Some(line), Language::Vi) => format!("Dòng {line}: {said}"),
        (Some(line), Language::En) => format!("Line {line}: {said}"),
    }
}

/// In which language something is said, and of which field.
#[derive(Clone, Copy)]
struct Said<'a> {
    language: Language,
    what: &'a str,
}

impl Said<'_> {
    /// The field's name at the beginning of a sentence.
    fn capital(self) -> String {
        capital(self.what)
    }
}

fn of_unknown(said: Said<'_>, field: Field, given: &str) -> String {
    match field {
        Field::Reverses => book::unknown_entry(said.language, given),
        _ => book::unknown(said, given),
    }
}

fn of_code(said: Said<'_>, why: &Why) -> String {
    match why {
        Why::Digits(least, most) => rows::digits(said, *least, *most),
        _ => rows::blanks(said),
    }
}

fn of_freeze(language: Language, frozen: bool) -> String {
    if frozen { days::frozen_already(language) } else { days::not_frozen(language) }
}

fn of_facts(said: Said<'_>, field: Field, first: Day) -> String {
    match field {
        Field::Reverses => days::rests_from(said.language, first),
        _ => days::facts_from(said, first),
    }
}

fn earlier_first(language: Language, (least, first, opening): (Dong, Day, Day)) -> String {
    rows::earlier_tranche_first(language, least, first, opening)
}

/// One arm a reason: a missing one does not compile.
fn of_reason(said: Said<'_>, field: Field, why: &Why) -> String {
    let Said { language, .. } = said;
    match why {
        Why::Missing => book::missing(said),
        Why::Unknown(given) => of_unknown(said, field, given),
        Why::NotPositive => amounts::not_positive(said),
        Why::Negative => amounts::negative(said),
        Why::TooLarge(most) => amounts::too_large(said, *most),
        Why::InTheFuture(today) => days::in_the_future(said, *today),
        Why::BeforeDisbursement(first) => days::before_disbursement(said, *first),
        Why::BeforeOpening(opening) => days::before_opening(said, *opening),
        Why::MoreThanOutstanding(most) => amounts::more_than_outstanding(language, *most),
        Why::MoreThanSaved(most) => amounts::more_than_saved(language, *most),
        Why::PrincipalThroughGroup => people::principal_through_group(language),
        Why::ReceiptMissing => book::receipt_missing(language),
        Why::ReceiptTwice(on) => book::receipt_twice(language, *on),
        Why::AssociationCollects => people::association_collects(language),
        Why::NoLoan => people::no_loan(language),
        Why::OnSheetAlready(_) => people::on_sheet_already(language),
        Why::NoSession(earlier, later) => days::no_session(language, *earlier, *later),
        Why::GroupNotThere(founded) => days::group_not_there(language, *founded),
        Why::GroupClosed(closed) => days::group_closed(language, *closed),
        Why::OfAnotherGroup(group) => people::of_another_group(said, group),
        Why::Twice(line) => people::twice(said, *line),
        Why::VisitedThatDay => days::visited_that_day(language),
        Why::UseBeyondReceived(used, of) => amounts::use_beyond_received(language, *used, *of),
        Why::ReceivedBeyondDisbursed(all) => amounts::received_beyond_disbursed(language, *all),
        Why::Empty => book::empty(language),
        Why::ReversedAlready => book::reversed_already(language),
        Why::ReversesReversal => book::reverses_reversal(language),
        Why::ReversesOther(whose) => book::reverses_other(language, field_name(language, *whose)),
        Why::Before(bound) => days::before(said, *bound),
        Why::TooLong(most) => book::too_long(said, *most),
        Why::ControlCharacters => book::control_characters(said),
        Why::Digits(..) | Why::Blanks => of_code(said, why),
        Why::CodeKnown(whose) => rows::code_known(said, whose),
        Why::NotEmpty => rows::not_empty(said),
        Why::OtherPlace(kinds) => rows::other_place(said, kinds),
        Why::OutOf(least, most) => rows::out_of(said, *least, *most),
        Why::NotOneOf(given, known) => rows::not_one_of(said, given, known),
        Why::NotLater(bound) => days::not_later(said, *bound),
        Why::TooLate(bound) => days::too_late(said, *bound),
        Why::Fixed => rows::fixed(said),
        Why::OwnEntry => rows::own_entry(language),
        Why::SamePerson => rows::same_person(language),
        Why::MemberNotThere(joined) => rows::member_not_there(language, *joined),
        Why::MemberLeft(left) => rows::member_left(language, *left),
        Why::GroupFull(most) => rows::group_full(language, *most),
        Why::LeadsGroup(group) => rows::leads_group(language, group),
        Why::IdNumberOf(who) => rows::id_number_of(language, who),
        Why::NotAPhone => rows::not_a_phone(said),
        Why::Age(least, most) => rows::age(said, *least, *most),
        Why::InstalmentsSum(sum, principal) => rows::instalments_sum(language, *sum, *principal),
        Why::BeyondDisbursed(disbursed) => rows::beyond_disbursed(said, *disbursed),
        Why::LessThan(least) => rows::less_than(said, *least),
        Why::EarlierTrancheFirst(least, on, day) => earlier_first(language, (*least, *on, *day)),
        Why::BeyondPrincipal(left) => amounts::beyond_principal(said, *left),
        Why::FactsFrom(first) => of_facts(said, field, *first),
        Why::OpensBefore(first) => days::opens_before(said, *first),
        Why::OpeningKnown(opening) => days::opening_known(language, *opening),
        Why::Rescheduled(no, on) => rows::rescheduled(language, *no, *on),
        Why::Overturns(on) => rows::overturns(language, *on),
        Why::LastInstalment => book::last_instalment(language),
        Why::FrozenAlready | Why::NotFrozen => of_freeze(language, *why == Why::FrozenAlready),
        Why::CheckedThatDay => days::checked_that_day(language),
        Why::RestsOn(sum) => amounts::rests_on(language, *sum),
        Why::SeveralFacts(kinds) => book::several_facts(language, kinds),
        Why::Collection(why) => collection::of(language, why),
        Why::IdTaken(id) => book::id_taken(language, id),
        Why::ReadOnly => book::read_only(language),
    }
}

/// The sentence for an amount that can't be read.
#[must_use]
pub fn money_fault(language: Language, fault: &MoneyFault) -> String {
    match (language, fault) {
        (Language::Vi, MoneyFault::Empty) => "Chưa nhập số tiền.".to_owned(),
        (Language::Vi, MoneyFault::Unreadable) => {
            "Không đọc được số tiền; gõ như 55000, 500k, 1,5tr hoặc 1.500.000.".to_owned()
        }
        (Language::Vi, MoneyFault::Negative) => "Số tiền không được âm.".to_owned(),
        (Language::Vi, MoneyFault::Small(number)) => {
            format!("{number} đ, hay {number} nghìn? Gõ {number}đ hoặc {number}k.")
        }
        (Language::Vi, MoneyFault::NotWhole) => "Số tiền phải là số đồng chẵn.".to_owned(),
        (Language::Vi, MoneyFault::TooLarge) => {
            format!("Số tiền quá lớn; nhiều nhất là {}.", money(Dong::MOST))
        }
        (Language::En, MoneyFault::Empty) => "No amount is given.".to_owned(),
        (Language::En, MoneyFault::Unreadable) => {
            "That can't be read as an amount; type 55000, 500k, 1,5tr or 1.500.000.".to_owned()
        }
        (Language::En, MoneyFault::Negative) => "An amount can't be below zero.".to_owned(),
        (Language::En, MoneyFault::Small(number)) => {
            format!("{number} đ, or {number} thousand? Type {number}đ or {number}k.")
        }
        (Language::En, MoneyFault::NotWhole) => "An amount must be whole đồng.".to_owned(),
        (Language::En, MoneyFault::TooLarge) => {
            format!("The amount is too large; the most is {}.", money(Dong::MOST))
        }
    }
}

/// The sentence for a day that can't be read.
#[must_use]
pub fn day_fault(language: Language, fault: &DayFault) -> String {
    match (language, fault) {
        (Language::Vi, DayFault::Empty) => "Chưa nhập ngày.".to_owned(),
        (Language::Vi, DayFault::Unreadable) => {
            "Không đọc được ngày; gõ như 15, 15/10, 15/10/2026, -3 hoặc nay.".to_owned()
        }
        (Language::Vi, DayFault::NoSuchMonth(month)) => {
            format!("Không có tháng {month}; tháng từ 1 đến 12.")
        }
        (Language::Vi, DayFault::NoSuchDay(last)) => {
            let month = last.month();
            let (number, year) = (month.number(), month.year());
            format!("Tháng {number}/{year} chỉ từ ngày 1 đến {}.", last.day_of_month())
        }
        (Language::Vi, DayFault::OutOfCalendar) => "Năm phải từ 1900 đến 2199.".to_owned(),
        (Language::En, DayFault::Empty) => "No day is given.".to_owned(),
        (Language::En, DayFault::Unreadable) => {
            "That can't be read as a day; type 15, 15/10, 15/10/2026, -3 or today.".to_owned()
        }
        (Language::En, DayFault::NoSuchMonth(month)) => {
            format!("There is no month {month}; months run from 1 to 12.")
        }
        (Language::En, DayFault::NoSuchDay(last)) => {
            let month = super::format::month(last.month());
            format!("{month} has the days 1 to {} only.", last.day_of_month())
        }
        (Language::En, DayFault::OutOfCalendar) => "The year must be 1900 to 2199.".to_owned(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_what_is_wrong_and_what_would_be_right() {
        let too_much = Why::MoreThanOutstanding(Dong::new(5_000_000));
        let refusal = Refusal::at(Field::Amount, too_much).on_line(3);
        assert_eq!(
            sentence(Language::Vi, &refusal),
            "Dòng 3: Dư nợ gốc chỉ còn 5.000.000 đ; số trả gốc không được lớn hơn."
        );
        assert_eq!(
            sentence(Language::En, &refusal),
            "Line 3: Only 5.000.000 đ of principal is outstanding; no more can be repaid."
        );
    }

    #[test]
    fn the_field_stands_in_its_sentence() {
        let missing = Refusal::at(Field::Receipt, Why::Missing);
        assert_eq!(sentence(Language::Vi, &missing), "Chưa có số biên lai; xin nhập số biên lai.");
    }

    /// What is said of a refusal, in both languages.
    fn both(field: Field, why: Why) -> [String; 2] {
        let refusal = Refusal::at(field, why);
        [Language::Vi, Language::En].map(|language| sentence(language, &refusal))
    }

    #[test]
    fn what_takes_back_is_told_of_the_loan_or_the_member_and_of_the_id() {
        let [vi, en] = both(Field::Reverses, Why::ReversesOther(Field::Member));
        assert!(vi.contains("cùng tổ viên,") && en.contains("the member,"), "{vi} {en}");
        let [vi, en] = both(Field::Reverses, Why::ReversesOther(Field::Loan));
        assert!(vi.contains("cùng món vay,") && en.contains("the loan,"), "{vi} {en}");
        let [vi, en] = both(Field::Reverses, Why::Unknown("x".to_owned()));
        assert_eq!(vi, "Không có bút toán mã “x” trong sổ; xin xem lại mã.");
        assert_eq!(en, "There is no entry with id “x” in the book; please check the id.");
        let [vi, en] = both(Field::Member, Why::Unknown("x".to_owned()));
        assert_eq!(vi, "Không có tổ viên “x” trong sổ; xin xem lại.");
        assert_eq!(en, "There is no member “x” in the book; please look again.");
    }

    #[test]
    fn an_edge_in_time_says_which_one_it_is_and_what_would_be_right() {
        let day = Day::new(2026, 10, 1).expect("a day");
        let said = |field, why| both(field, why)[0].clone();
        assert_eq!(
            said(Field::Session, Why::GroupNotThere(day)),
            "Ngày này tổ chưa hoạt động: tổ thành lập ngày 01/10/2026."
        );
        assert_eq!(
            said(Field::Session, Why::GroupClosed(day)),
            "Ngày này tổ không còn hoạt động: tổ đã giải thể ngày 01/10/2026."
        );
        assert_eq!(
            said(Field::Day, Why::FactsFrom(day)),
            "Món vay này đã có số liệu ngày 01/10/2026; ngày phải từ ngày đó trở về trước."
        );
        assert_eq!(
            said(Field::Day, Why::OpensBefore(day)),
            "Món vay này đã có số liệu ngày 01/10/2026; ngày phải trước ngày đó."
        );
        assert_eq!(
            said(Field::Reverses, Why::FactsFrom(day)),
            "Món vay này đã có số liệu ngày 01/10/2026 dựa vào bút toán này; xin hủy số liệu đó \
             trước."
        );
    }

    #[test]
    fn a_day_that_is_none_names_the_days_that_are() {
        let last = Day::new(2026, 2, 28).expect("a day");
        let fault = DayFault::NoSuchDay(last);
        assert_eq!(day_fault(Language::Vi, &fault), "Tháng 2/2026 chỉ từ ngày 1 đến 28.");
        assert_eq!(
            money_fault(Language::Vi, &MoneyFault::Small(500)),
            "500 đ, hay 500 nghìn? Gõ 500đ hoặc 500k."
        );
    }
}
