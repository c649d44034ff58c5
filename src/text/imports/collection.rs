//! What would be right in the lines of the collection day.

use crate::exchange::native::Collected;
use crate::text::Language;
use crate::text::format::money;

/// What was expected there.
pub(super) fn expected(language: Language, wrong: Collected) -> String {
    match language {
        Language::Vi => vi(wrong),
        Language::En => en(wrong),
    }
}

fn vi(wrong: Collected) -> String {
    match wrong {
        Collected::HalfAPromise => {
            "lời hẹn phải có cả promised_amount và promised_by, hoặc trống cả hai".to_owned()
        }
        Collected::NotNotes => {
            "cần tờ tiền viết như 500000x3 200000x1, từ 500000 đến 1000, mỗi loại một lần"
                .to_owned()
        }
        Collected::NotesBeyond(notes, counted) => {
            let (notes, counted) = (money(notes), money(counted));
            format!("các tờ tiền cộng lại {notes}, nhiều hơn số đếm được {counted}")
        }
        Collected::Unexplained(difference) => {
            let difference = money(difference);
            format!("tiền lệch {difference}: phải ghi because (vì sao) và by (ai đếm)")
        }
        Collected::UnknownFact => {
            "không có bút toán này trong tệp nào, cũng chưa có trong sổ".to_owned()
        }
        Collected::TakenBack => "cuộc họp hay việc này đã bị hủy".to_owned(),
        Collected::StillNamed => {
            "còn việc hay kết quả ghi theo; phải hủy các dòng đó trước".to_owned()
        }
    }
}

fn en(wrong: Collected) -> String {
    match wrong {
        Collected::HalfAPromise => {
            "expected both promised_amount and promised_by, or neither".to_owned()
        }
        Collected::NotNotes => {
            "expected notes like 500000x3 200000x1, from 500000 to 1000, each once".to_owned()
        }
        Collected::NotesBeyond(notes, counted) => {
            let (notes, counted) = (money(notes), money(counted));
            format!("the notes come to {notes}, more than what was counted, {counted}")
        }
        Collected::Unexplained(difference) => {
            let difference = money(difference);
            format!("the cash differs by {difference}: expected because (why) and by (who counted)")
        }
        Collected::UnknownFact => "there is no such fact in any file or in the book".to_owned(),
        Collected::TakenBack => "that meeting or action item was taken back".to_owned(),
        Collected::StillNamed => {
            "action items or steps still name it; they have to be taken back first".to_owned()
        }
    }
}
