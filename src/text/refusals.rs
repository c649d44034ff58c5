//! One sentence for each refusal: what is wrong, and what would be right.

use super::Language;
use super::format::{day, money};
use super::parse::{DayFault, MoneyFault};
use crate::domain::money::Dong;
use crate::domain::refusal::{Field, Refusal, Why};

/// The sentence for a refusal, its line in front where it has one.
#[must_use]
pub fn sentence(language: Language, refusal: &Refusal) -> String {
    let said = match language {
        Language::Vi => vi(refusal.field, &refusal.why),
        Language::En => en(refusal.field, &refusal.why),
    };
    match (refusal.line, language) {
        (None, _) => said,
        (Some(line), Language::Vi) => format!("Dòng {line}: {said}"),
        (Some(line), Language::En) => format!("Line {line}: {said}"),
    }
}

#[expect(clippy::too_many_lines, reason = "one arm a reason: a missing one does not compile")]
fn vi(field: Field, why: &Why) -> String {
    let what = field_name(Language::Vi, field);
    match why {
        Why::Missing => format!("Chưa có {what}; xin nhập {what}."),
        Why::Unknown(given) => {
            format!("Không có {what} “{given}” trong sổ; xin xem lại hoặc bấm / để tìm.")
        }
        Why::NotPositive => format!("{} phải lớn hơn 0 đ.", capital(what)),
        Why::Negative => format!("{} không được âm; để trống nếu không có.", capital(what)),
        Why::TooLarge(most) => {
            format!("{} quá lớn; nhiều nhất là {}.", capital(what), money(*most))
        }
        Why::InTheFuture(today) => {
            format!("{} chưa đến; hôm nay là {}.", capital(what), day(*today))
        }
        Why::BeforeDisbursement(first) => {
            format!("Món vay giải ngân ngày {}; {what} phải từ ngày đó trở đi.", day(*first))
        }
        Why::BeforeOpening(opening) => {
            format!("Sổ theo dõi món vay này sau ngày {}; {what} phải sau ngày đó.", day(*opening))
        }
        Why::MoreThanOutstanding(most) => {
            format!("Dư nợ gốc chỉ còn {}; số trả gốc không được lớn hơn.", money(*most))
        }
        Why::MoreThanSaved(most) => {
            format!("Số dư tiết kiệm chỉ có {}; số rút không được lớn hơn.", money(*most))
        }
        Why::PrincipalThroughGroup => {
            "Tiền gốc do hộ vay trả trực tiếp cho ngân hàng, không thu qua tổ; xin chọn điểm giao \
             dịch hoặc trụ sở."
                .to_owned()
        }
        Why::ReceiptMissing => "Trả gốc phải có số biên lai của ngân hàng.".to_owned(),
        Why::ReceiptTwice(on) => {
            format!("Số biên lai này đã ghi ngày {}; xin xem lại số biên lai.", day(*on))
        }
        Why::AssociationCollects => {
            "Hội, đoàn thể không thu tiền; người thu là tổ trưởng, tổ phó hoặc ngân hàng."
                .to_owned()
        }
        Why::NoLoan => "Tổ viên này không có món vay nào để thu lãi.".to_owned(),
        Why::OnSheetAlready(_) => {
            "Tổ viên này đã có trong bảng kê đã ghi của phiên này; xin để trống dòng này."
                .to_owned()
        }
        Why::NoSession(before, after) => format!(
            "Không có phiên giao dịch ngày này; phiên gần nhất là {} và {}.",
            day(*before),
            day(*after)
        ),
        Why::GroupNotThere(bound) => {
            format!("Tổ không hoạt động ngày này; mốc gần nhất là {}.", day(*bound))
        }
        Why::OfAnotherGroup(group) => {
            format!("{} này thuộc tổ {group}; xin ghi vào sổ của tổ đó.", capital(what))
        }
        Why::Twice(line) => {
            format!("{} đã có ở dòng {line}; mỗi {what} chỉ một dòng.", capital(what))
        }
        Why::VisitedThatDay => {
            "Món vay này đã ghi kiểm tra ngày đó; xin chọn ngày khác hoặc bỏ dòng này.".to_owned()
        }
        Why::UseBeyondReceived(used, received) => format!(
            "Đúng, sai và chưa sử dụng cộng lại là {}, lớn hơn số thực nhận {}.",
            money(*used),
            money(*received)
        ),
        Why::ReceivedBeyondDisbursed(disbursed) => {
            format!(
                "Đến ngày đó mới giải ngân {}; số thực nhận không được lớn hơn.",
                money(*disbursed)
            )
        }
        Why::Empty => "Chưa nhập gì; xin nhập ít nhất một dòng.".to_owned(),
        Why::ReversedAlready => "Bút toán này đã được hủy trước đó.".to_owned(),
        Why::ReversesReversal => {
            "Không hủy được một bút toán hủy; xin ghi bút toán mới.".to_owned()
        }
        Why::ReversesOther => {
            "Bút toán hủy phải cùng món vay, cùng loại và cùng số tiền với bút toán gốc.".to_owned()
        }
        Why::Before(bound) => format!("{} phải từ ngày {} trở đi.", capital(what), day(*bound)),
        Why::TooLong(most) => format!("{} quá dài; nhiều nhất {most} ký tự.", capital(what)),
        Why::ControlCharacters => {
            format!("{} có ký tự lạ không đọc được; xin gõ lại.", capital(what))
        }
        Why::IdTaken(id) => {
            format!("Mã {id} đã có trong sổ với nội dung khác; xin mở lại biểu mẫu để nhập.")
        }
        Why::ReadOnly => "Sổ đang mở chỉ để đọc; không ghi được.".to_owned(),
    }
}

#[expect(clippy::too_many_lines, reason = "one arm a reason: a missing one does not compile")]
fn en(field: Field, why: &Why) -> String {
    let what = field_name(Language::En, field);
    match why {
        Why::Missing => format!("{} is missing; please give it.", capital(what)),
        Why::Unknown(given) => {
            format!(
                "There is no {what} “{given}” in the book; please look again, or press / to find \
                    it."
            )
        }
        Why::NotPositive => format!("{} must be more than 0 đ.", capital(what)),
        Why::Negative => format!("{} can't be below zero; leave it empty for none.", capital(what)),
        Why::TooLarge(most) => {
            format!("{} is too large; the most is {}.", capital(what), money(*most))
        }
        Why::InTheFuture(today) => {
            format!("{} has not come yet; today is {}.", capital(what), day(*today))
        }
        Why::BeforeDisbursement(first) => {
            format!("The loan was disbursed on {}; {what} must be that day or later.", day(*first))
        }
        Why::BeforeOpening(opening) => {
            format!("The book follows this loan after {}; {what} must be later.", day(*opening))
        }
        Why::MoreThanOutstanding(most) => {
            format!("Only {} of principal is outstanding; no more can be repaid.", money(*most))
        }
        Why::MoreThanSaved(most) => {
            format!("Only {} is saved; no more can be withdrawn.", money(*most))
        }
        Why::PrincipalThroughGroup => {
            "Principal is paid by the borrower to the bank, never through the group; choose the \
             point or the office."
                .to_owned()
        }
        Why::ReceiptMissing => "A principal payment needs the bank's receipt number.".to_owned(),
        Why::ReceiptTwice(on) => {
            format!("That receipt number was recorded on {}; please check it.", day(*on))
        }
        Why::AssociationCollects => {
            "An association collects no money; the collector is the leader, the deputy or the bank."
                .to_owned()
        }
        Why::NoLoan => "This member has no loan on which interest could be paid.".to_owned(),
        Why::OnSheetAlready(_) => {
            "This member stands on a saved sheet of this session; leave the line empty.".to_owned()
        }
        Why::NoSession(before, after) => {
            format!(
                "No session is held that day; the nearest are {} and {}.",
                day(*before),
                day(*after)
            )
        }
        Why::GroupNotThere(bound) => {
            format!("The group is not active that day; the nearest bound is {}.", day(*bound))
        }
        Why::OfAnotherGroup(group) => {
            format!("This {what} belongs to group {group}; please record it there.")
        }
        Why::Twice(line) => {
            format!("{} stands on line {line} already; give each once.", capital(what))
        }
        Why::VisitedThatDay => {
            "This loan has a visit on that day already; choose another day or leave the line out."
                .to_owned()
        }
        Why::UseBeyondReceived(used, received) => format!(
            "Right, wrong and unused use add up to {}, more than the {} received.",
            money(*used),
            money(*received)
        ),
        Why::ReceivedBeyondDisbursed(disbursed) => {
            format!(
                "Only {} was disbursed by then; no more can have been received.",
                money(*disbursed)
            )
        }
        Why::Empty => "Nothing is filled in; please fill in at least one line.".to_owned(),
        Why::ReversedAlready => "That entry was taken back already.".to_owned(),
        Why::ReversesReversal => {
            "A reversal can't be taken back; please record a new entry.".to_owned()
        }
        Why::ReversesOther => {
            "A reversal must have the loan, kind and amount of the entry that it takes back."
                .to_owned()
        }
        Why::Before(bound) => format!("{} must be {} or later.", capital(what), day(*bound)),
        Why::TooLong(most) => format!("{} is too long; at most {most} characters.", capital(what)),
        Why::ControlCharacters => {
            format!("{} has characters that can't be read; please type it again.", capital(what))
        }
        Why::IdTaken(id) => {
            format!("Id {id} is in the book with other content; please open the form again.")
        }
        Why::ReadOnly => "The book is open for reading only; nothing can be saved.".to_owned(),
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

/// A field's name in the middle of a sentence.
#[must_use]
pub const fn field_name(language: Language, field: Field) -> &'static str {
    let (vi, en) = match field {
        Field::Whole => ("nội dung", "the entry"),
        Field::Id => ("mã bút toán", "id"),
        Field::Loan => ("món vay", "loan"),
        Field::Member => ("tổ viên", "member"),
        Field::Group => ("tổ", "group"),
        Field::Day => ("ngày", "day"),
        Field::Session => ("phiên giao dịch", "session"),
        Field::Kind => ("loại", "kind"),
        Field::Amount => ("số tiền", "amount"),
        Field::Place => ("nơi trả", "place of payment"),
        Field::Receipt => ("số biên lai", "receipt number"),
        Field::CollectedBy => ("người thu", "collector"),
        Field::Reason => ("lý do", "reason"),
        Field::Reverses => ("bút toán được hủy", "entry taken back"),
        Field::Interest => ("lãi thu", "interest"),
        Field::Savings => ("tiết kiệm", "savings"),
        Field::Attendance => ("người đi giao dịch", "attendance"),
        Field::Association => ("hội, đoàn thể", "association"),
        Field::Visitor => ("người kiểm tra", "visitor"),
        Field::Witness => ("người chứng kiến", "witness"),
        Field::ReportedOn => ("ngày báo cáo", "day of the report"),
        Field::Received => ("số thực nhận", "amount received"),
        Field::BalanceSeen => ("dư nợ theo hộ vay", "balance as seen"),
        Field::RightUse => ("số sử dụng đúng mục đích", "right use"),
        Field::WrongUse => ("số sử dụng sai mục đích", "wrong use"),
        Field::Unused => ("số chưa sử dụng", "unused amount"),
        Field::Effect => ("hiệu quả", "effect"),
        Field::InterestSeen => ("lãi chưa trả theo hộ vay", "interest as seen"),
        Field::Note => ("ghi chú", "note"),
    };
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Day;

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
