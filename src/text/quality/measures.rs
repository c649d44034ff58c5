//! The measures in plain words: formula, what is counted over what, what the next band asks for.

use crate::domain::ratio::RatioId;
use crate::text::Language;

/// What a measure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Đồng.
    Money,
    /// Loans, members, groups, sessions or disbursements: the word behind the number.
    Things(&'static str),
}

/// A measure in words.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// At most six columns, for the head of a column.
    pub brief: &'static str,
    /// The formula in words.
    pub formula: &'static str,
    /// What stands above the line, for the head of a column.
    pub above: &'static str,
    /// What stands below it.
    pub below: &'static str,
    /// What is counted above.
    pub counted: Counted,
    /// What is counted below.
    pub of: Counted,
    /// What to do about what is missing: before the number, and behind it.
    pub ask: (&'static str, &'static str),
}

const MONEY: Counted = Counted::Money;

macro_rules! measures {
    ($name:ident: $($id:ident = $brief:literal, $formula:literal, $above:literal / $below:literal,
        $counted:expr, $of:expr, $before:literal .. $behind:literal;)+) => {
        const fn $name(id: RatioId) -> Measure {
            match id {
                $(RatioId::$id => Measure {
                    brief: $brief,
                    formula: $formula,
                    above: $above,
                    below: $below,
                    counted: $counted,
                    of: $of,
                    ask: ($before, $behind),
                },)+
            }
        }
    };
}

/// A measure in the words of a language.
#[must_use]
pub const fn measure(language: Language, id: RatioId) -> Measure {
    match language {
        Language::Vi => vi(id),
        Language::En => en(id),
    }
}

const fn things(word: &'static str) -> Counted {
    Counted::Things(word)
}

measures!(vi:
    OverdueRatio = "Q.hạn", "gốc quá hạn ÷ tổng dư nợ (kể cả nợ khoanh)",
        "Quá hạn" / "Dư nợ", MONEY, MONEY, "thu" .. "nợ quá hạn";
    FrozenRatio = "Khoanh", "gốc được khoanh ÷ tổng dư nợ",
        "Khoanh" / "Dư nợ", MONEY, MONEY, "giảm" .. "nợ khoanh";
    OverdueFrozenRatio = "QH+K", "(gốc quá hạn + gốc khoanh) ÷ tổng dư nợ",
        "Q.hạn+khoanh" / "Dư nợ", MONEY, MONEY, "thu" .. "nợ quá hạn, nợ khoanh";
    Par1 = "PAR 1", "dư nợ các món có quá hạn ÷ tổng dư nợ",
        "Dư nợ QH" / "Dư nợ", MONEY, MONEY, "đưa" .. "dư nợ về trong hạn";
    Par30 = "PAR 30", "dư nợ các món quá hạn hơn 30 ngày ÷ tổng dư nợ",
        "Dư nợ >30" / "Dư nợ", MONEY, MONEY, "đưa" .. "dư nợ về dưới 30 ngày";
    Par90 = "PAR 90", "dư nợ các món quá hạn hơn 90 ngày ÷ tổng dư nợ",
        "Dư nợ >90" / "Dư nợ", MONEY, MONEY, "đưa" .. "dư nợ về dưới 90 ngày";
    PrincipalDueRatio = "Gốc", "gốc đã trả của các kỳ đến hạn trong tháng ÷ số gốc đến hạn trong \
    tháng",
        "Đã trả" / "Đến hạn", MONEY, MONEY, "thu thêm" .. "gốc đến hạn";
    InterestRatio = "Lãi", "lãi thu trong tháng ÷ lãi đến hạn trong tháng",
        "Lãi đã thu" / "Lãi đến hạn", MONEY, MONEY, "thu thêm" .. "tiền lãi";
    InterestArrearsRatio = "L.tồn", "số món có lãi tồn ÷ số món còn dư nợ",
        "Lãi tồn" / "Còn dư nợ", things("món"), things("món"), "xóa lãi tồn" .. "";
    AttendanceRatio = "Phiên",
        "số phiên có tổ trưởng hoặc tổ phó dự ÷ số phiên của tổ trong tháng",
        "Có dự" / "Số phiên", things("lượt"), things("lượt"), "dự thêm" .. "";
    SavingsParticipation = "Gửi TK", "số tổ viên có gửi tiết kiệm trong tháng ÷ số tổ viên",
        "Có gửi" / "Tổ viên", things("người"), things("người"), "vận động thêm" .. "gửi tiết kiệm";
    SavingsIncrease = "Tăng", "số dư tiết kiệm tăng trong tháng ÷ số tổ viên",
        "Tăng" / "Tổ viên", MONEY, things("người"), "tăng thêm" .. "tiết kiệm";
    Visit30dRatio = "K.tra",
        "số lần giải ngân được kiểm tra trong 30 ngày ÷ số lần có hạn kiểm tra trong tháng",
        "Đúng hạn" / "Phải KT", things("lần"), things("lần"), "kiểm tra đúng hạn thêm" .. "";
    InactiveRatio = "K.HĐ", "số món 3 tháng không hoạt động ÷ số món còn dư nợ",
        "Không HĐ" / "Còn dư nợ", things("món"), things("món"), "vận động" .. "hoạt động lại";
    GoodGroupShare = "Tổ tốt", "số tổ xếp loại tốt ÷ số tổ",
        "Tổ tốt" / "Số tổ", things("tổ"), things("tổ"), "nâng thêm" .. "lên loại tốt";
    WeakGroupShare = "Tổ yếu", "số tổ xếp loại yếu ÷ số tổ",
        "Tổ yếu" / "Số tổ", things("tổ"), things("tổ"), "đưa" .. "ra khỏi loại yếu";
    Growth = "T.trg", "(dư nợ − dư nợ 31/12 năm trước) ÷ dư nợ 31/12 năm trước",
        "Tăng" / "Đầu năm", MONEY, MONEY, "tăng thêm" .. "dư nợ";
);

measures!(en:
    OverdueRatio = "Overd.", "overdue principal ÷ outstanding principal (frozen included)",
        "Overdue" / "Outstanding", MONEY, MONEY, "collect" .. "of overdue principal";
    FrozenRatio = "Frozen", "frozen principal ÷ outstanding principal",
        "Frozen" / "Outstanding", MONEY, MONEY, "lower frozen debt by" .. "";
    OverdueFrozenRatio = "OD+Fr", "(overdue + frozen principal) ÷ outstanding principal",
        "Overdue+frozen" / "Outstanding", MONEY, MONEY, "collect" .. "of overdue or frozen debt";
    Par1 = "PAR 1", "outstanding principal of loans overdue ÷ outstanding principal",
        "At risk" / "Outstanding", MONEY, MONEY, "bring" .. "back into term";
    Par30 = "PAR 30", "outstanding principal of loans over 30 days overdue ÷ outstanding principal",
        "Over 30 days" / "Outstanding", MONEY, MONEY, "bring" .. "below 30 days";
    Par90 = "PAR 90", "outstanding principal of loans over 90 days overdue ÷ outstanding principal",
        "Over 90 days" / "Outstanding", MONEY, MONEY, "bring" .. "below 90 days";
    PrincipalDueRatio = "Princ.", "principal paid of the instalments due this month ÷ principal \
    due this month",
        "Paid" / "Due", MONEY, MONEY, "collect" .. "more of principal due";
    InterestRatio = "Inter.", "interest collected in the month ÷ interest due in the month",
        "Collected" / "Due", MONEY, MONEY, "collect" .. "more of interest";
    InterestArrearsRatio = "Arr.", "loans with interest arrears ÷ loans outstanding",
        "In arrears" / "Outstanding", things("loans"), things("loans"), "clear the arrears \
        of" .. "";
    AttendanceRatio = "Att.", "sessions attended by leader or deputy ÷ sessions of the group in \
    the month",
        "Attended" / "Sessions", things("times"), things("times"), "attend" .. "more";
    SavingsParticipation = "Savers", "members with a deposit in the month ÷ members",
        "Saved" / "Members", things("members"), things("members"), "win" .. "more to save";
    SavingsIncrease = "Incr.", "increase of savings in the month ÷ members",
        "Increase" / "Members", MONEY, things("members"), "raise savings by" .. "";
    Visit30dRatio = "Visits", "disbursements visited within 30 days ÷ disbursements whose \
    deadline is in the month",
        "In time" / "To visit", things("visits"), things("visits"), "make" .. "more in time";
    InactiveRatio = "Inact.", "loans without movement for 3 months ÷ loans outstanding",
        "Inactive" / "Outstanding", things("loans"), things("loans"), "get" .. "moving again";
    GoodGroupShare = "Good", "groups graded good ÷ groups",
        "Good" / "Groups", things("groups"), things("groups"), "raise" .. "more to good";
    WeakGroupShare = "Weak", "groups graded weak ÷ groups",
        "Weak" / "Groups", things("groups"), things("groups"), "bring" .. "out of weak";
    Growth = "Growth", "(outstanding − outstanding on 31/12 before) ÷ outstanding on 31/12 before",
        "Growth" / "31/12 before", MONEY, MONEY, "grow by" .. "";
);

impl Counted {
    /// A number of it: `57.500.000 đ`, `12 tổ`.
    #[must_use]
    pub fn say(self, number: i64) -> String {
        match self {
            Self::Money => format!("{} đ", crate::text::format::whole(number)),
            Self::Things(word) => format!("{} {word}", crate::text::format::whole(number)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn every_measure_has_its_words_and_a_brief_name_that_fits_its_column() {
        for id in RatioId::ALL {
            for language in [Language::Vi, Language::En] {
                let words = measure(language, id);
                assert!(words.brief.width() <= 6, "{}", words.brief);
                assert!(words.formula.contains('÷'), "{}", words.formula);
            }
        }
    }

    #[test]
    fn a_number_is_said_with_what_it_counts() {
        assert_eq!(Counted::Money.say(57_500_000), "57.500.000 đ");
        assert_eq!(Counted::Things("tổ").say(12), "12 tổ");
    }
}
