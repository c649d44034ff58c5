//! The field's words for the values of its kinds: associations, households, grades and so on.

use super::Language;
use crate::domain::contact::{ContactHow, PromiseState};
use crate::domain::direction::Direction;
use crate::domain::figures::{InstalmentState, LoanStatus};
use crate::domain::group::{Association, Household, Sex};
use crate::domain::ledger::Presence;
use crate::domain::loan::{Capital, PaymentKind, PaymentPlace};
use crate::domain::meeting::{ActionState, StepKind};
use crate::domain::place::PlaceKind;
use crate::domain::ratio::RatioId;
use crate::domain::score::Grade;
use crate::domain::visit::{Effect, VisitKind};

/// A value that has a name in both languages.
pub trait Named {
    /// Its name: Vietnamese, English.
    fn names(&self) -> (&'static str, &'static str);

    /// Its name in a language.
    fn say(&self, language: Language) -> &'static str {
        let (vi, en) = self.names();
        match language {
            Language::Vi => vi,
            Language::En => en,
        }
    }
}

macro_rules! named {
    ($kind:ident: $($value:ident = $vi:literal, $en:literal);+ $(;)?) => {
        impl Named for $kind {
            fn names(&self) -> (&'static str, &'static str) {
                match self {
                    $($kind::$value => ($vi, $en),)+
                }
            }
        }
    };
}

named!(Association:
    Farmers = "Hội Nông dân", "Farmers' Union";
    Women = "Hội Phụ nữ", "Women's Union";
    Veterans = "Hội Cựu chiến binh", "Veterans' Association";
    Youth = "Đoàn Thanh niên", "Youth Union";
    Direct = "cho vay trực tiếp", "direct lending";
);
named!(Sex: Male = "nam", "male"; Female = "nữ", "female");
named!(Household:
    Poor = "nghèo", "poor";
    NearPoor = "cận nghèo", "near-poor";
    Escaped = "mới thoát nghèo", "newly escaped";
    Other = "khác", "other";
);
named!(Capital: Central = "vốn trung ương", "central"; Local = "vốn địa phương", "local budget");
named!(PaymentKind: Principal = "gốc", "principal"; Interest = "lãi", "interest");
named!(PaymentPlace:
    Point = "tại điểm giao dịch", "at the point";
    Office = "tại trụ sở ngân hàng", "at the bank's office";
    Group = "qua tổ", "through the group";
);
named!(Presence:
    Leader = "tổ trưởng", "the leader";
    Deputy = "tổ phó", "the deputy";
    None = "vắng", "nobody";
);
named!(PlaceKind:
    Province = "tỉnh", "province";
    District = "huyện", "district";
    Commune = "xã", "commune";
    Village = "ấp", "village";
);
named!(Grade:
    Good = "tốt", "good";
    Fair = "khá", "fair";
    Average = "trung bình", "average";
    Weak = "yếu", "weak";
);
named!(VisitKind:
    PostDisbursement = "sau giải ngân", "after disbursement";
    Inactive = "3 tháng không hoạt động", "inactive for 3 months";
    Annual = "theo kế hoạch năm", "yearly plan";
    Unannounced = "đột xuất", "unannounced";
);
named!(Effect:
    Good = "tốt", "good";
    Fair = "khá, trung bình", "fair";
    Poor = "kém", "poor";
    None = "không có hiệu quả", "none";
);
named!(ContactHow:
    Home = "đến nhà", "at home";
    Phone = "gọi điện", "by telephone";
    Session = "gặp ở phiên giao dịch", "at the session";
    Meeting = "họp tổ", "at the group's meeting";
    Letter = "gửi giấy báo", "by letter";
    Other = "cách khác", "otherwise";
);
named!(PromiseState:
    Open = "còn hạn", "open";
    Kept = "giữ lời", "kept";
    Partly = "một phần", "in part";
    Broken = "thất hứa", "broken";
);
named!(RatioId:
    OverdueRatio = "tỷ lệ nợ quá hạn", "overdue ratio";
    FrozenRatio = "tỷ lệ nợ khoanh", "frozen ratio";
    OverdueFrozenRatio = "tỷ lệ quá hạn và khoanh", "overdue and frozen";
    Par1 = "PAR 1 ngày", "PAR 1";
    Par30 = "PAR 30 ngày", "PAR 30";
    Par90 = "PAR 90 ngày", "PAR 90";
    PrincipalDueRatio = "thu gốc đến hạn", "principal collected";
    InterestRatio = "thu lãi", "interest collected";
    InterestArrearsRatio = "món có lãi tồn", "loans in interest arrears";
    AttendanceRatio = "giao dịch đúng phiên", "attendance";
    SavingsParticipation = "tổ viên gửi tiết kiệm", "members saving";
    SavingsIncrease = "tăng tiết kiệm mỗi tổ viên", "savings increase per member";
    Visit30dRatio = "kiểm tra trong 30 ngày", "visited within 30 days";
    InactiveRatio = "món không hoạt động", "inactive loans";
    GoodGroupShare = "tổ xếp loại tốt", "groups graded good";
    WeakGroupShare = "tổ xếp loại yếu", "groups graded weak";
    Growth = "tăng trưởng dư nợ", "growth of outstanding";
);
named!(LoanStatus:
    Settled = "tất toán", "settled";
    Frozen = "khoanh", "frozen";
    Overdue = "quá hạn", "overdue";
    InTerm = "trong hạn", "in term";
);
named!(InstalmentState:
    Future = "chưa đến hạn", "not due";
    Due = "đến hạn", "due";
    Late = "chuyển kỳ sau", "rolled on";
    Overdue = "quá hạn", "overdue";
    Paid = "đã trả", "paid";
);

named!(Direction:
    Better = "tốt lên", "better";
    Worse = "xấu đi", "worse";
    Same = "không đổi", "unchanged";
);
named!(ActionState:
    Open = "đang làm", "open";
    Late = "quá hẹn", "late";
    Done = "đã xong", "done";
    Dropped = "thôi không làm", "dropped";
);
named!(StepKind:
    Note = "ghi tiến độ", "note";
    Done = "đã xong", "done";
    Dropped = "thôi không làm", "dropped";
    Reopened = "làm lại", "reopened";
);

/// An association in two to four letters, for narrow columns.
#[must_use]
pub const fn association_short(association: Association, language: Language) -> &'static str {
    let (vi, en) = match association {
        Association::Farmers => ("ND", "FU"),
        Association::Women => ("PN", "WU"),
        Association::Veterans => ("CCB", "VA"),
        Association::Youth => ("ĐTN", "YU"),
        Association::Direct => ("TT", "dir"),
    };
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}
