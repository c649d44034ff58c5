//! Place 3 in Vietnamese.

use super::{Choose, Debts, Detail, Head, Keys, Parts, Points};
use crate::text::format;

pub const VI: Debts = Debts {
    title: "Nợ đến hạn, quá hạn",
    lists: [
        ("Đến hạn kỳ này", "Đến hạn"),
        ("Quá hạn theo tuổi nợ", "Quá hạn"),
        ("Lãi tồn, không hoạt động", "Lãi tồn"),
        ("Cần gặp trước phiên", "Cần gặp"),
    ],
    split: |principal, interest| format!("gốc {principal} · lãi {interest}"),
    all: "tất cả",
    session_of: |day, point| format!("phiên {day} {point}"),
    owes_interest: "có lãi tồn",
    inactive: "3 tháng không hoạt động",
    days: "ngày",
    whole_book: "Cả sổ",
    filtered_by: |what| format!("Chỉ xem: {what}"),
    loans: |count| format!("{} món", format::count(count)),
    empty: [
        "Không món nào phải trả ở phiên tới.",
        "Không có nợ quá hạn.",
        "Không có lãi tồn, không món nào 3 tháng không hoạt động.",
        "Trước phiên tới không món nào cần gặp.",
    ],
    empty_filtered: "Không có món nào ở phần đang chọn. Bấm Esc để xem tất cả.",
    page_of_groups: "Tờ giao tổ trưởng là của một tổ: bấm g đến khi xem theo tổ.",
    head: Head {
        name: "Họ tên",
        leader: "Tổ trưởng",
        group: "Mã tổ",
        village: "Ấp",
        session: "Phiên",
        principal: "Gốc phải trả",
        interest: "Lãi phải trả",
        outstanding: "Dư nợ",
        overdue: "Quá hạn",
        days: "Ngày",
        arrears: "Lãi tồn",
        visit: "KT cuối",
        contact: "Liên hệ",
        promise: "Lời hẹn",
        points: "Điểm",
        reason: "Vì sao",
        unpaid_since: "Nợ lãi từ",
        last_movement: "Trả lần cuối",
        inactive_since: "Không HĐ từ",
        loan: "Mã vay",
    },
    keys: Keys {
        list: "danh sách",
        part: "phần",
        borrower: "hộ vay",
        filter: "lọc",
        visit: "kiểm tra",
        receipt: "thu gốc",
        by: "theo ấp, hội, tổ",
        group_page: "tờ của tổ",
        only_this: "chỉ xem",
        loans: "các món",
    },
    choose: Choose {
        title: "Chỉ xem một ấp, điểm, hội hoặc tổ",
        label: "Gõ tên hoặc mã, không cần dấu",
        hint: "↑↓ chọn · Enter xem · Esc thôi",
        nothing: "Không tìm thấy.",
        everything: "tất cả",
        kind: "Loại",
        what: "Tên",
        count: "Món",
        village: "ấp",
        point: "điểm",
        association: "hội",
        group: "tổ",
    },
    detail: Detail {
        loan: |code| format!("món {code}"),
        group: |code| format!("tổ {code}"),
        phone: |number| format!("ĐT {number}"),
        visited: |day| format!("kiểm tra {day}"),
        talked: |day| format!("liên hệ {day}"),
        never_visited: "chưa kiểm tra lần nào",
        unpaid_since: |day| format!("nợ lãi từ phiên {day}"),
        inactive_since: |day| format!("không hoạt động từ {day}"),
    },
    explains: [
        &[
            "Đến hạn kỳ này: mỗi món tính theo phiên tới của điểm giao dịch mình.",
            "Gốc phải trả = phần chưa trả của các kỳ có phiên phải trả đến phiên này, kể cả kỳ đã \
             chuyển sang; món đang khoanh thì bằng 0.",
            "Lãi phải trả = lãi tính đến phiên − lãi đã trả, nếu từ nay chưa trả thêm; đang ân hạn \
             thì bằng 0.",
            "Quá hạn = gốc quá hạn đến ngày đang xem. Ngày = số ngày trễ dài nhất.",
            "Dùng sai mục đích không nằm trong Gốc phải trả mà nằm trong Quá hạn khi đã quá 30 \
             ngày.",
        ],
        &[
            "Quá hạn: món giải ngân từ 01/03/2026 thì mỗi kỳ trễ là quá hạn; món trước đó thì kỳ \
             trễ chuyển sang kỳ sau, khi kỳ cuối trễ thì tất cả phần chưa trả là quá hạn.",
            "Ngày = số ngày sau phiên phải trả (không tính những ngày khoanh).",
            "Dùng sai mục đích: phải hoàn trả trong 30 ngày từ lần kiểm tra phát hiện; từ ngày 31 \
             phần còn lại là quá hạn.",
            "Lãi tồn = lãi đến hạn ở phiên đã qua − lãi đã trả, không nhỏ hơn 0.",
            "Bấm ← → để chỉ xem một nhóm tuổi nợ.",
        ],
        &[
            "Lãi tồn = lãi đến hạn ở phiên đã qua − lãi đã trả, không nhỏ hơn 0.",
            "Nợ lãi từ: phiên đầu tiên của chuỗi phiên liền nhau chưa trả hết lãi.",
            "Không HĐ từ: ngày đầu tiên món vay đủ 3 tháng không có gốc, lãi hay giải ngân (món \
             khoanh và học sinh, sinh viên không tính).",
            "Trả lần cuối: lần trả gốc, trả lãi hoặc giải ngân gần nhất.",
        ],
        &[
            "Cần gặp trước phiên: gốc đến hạn, quá hạn, khoanh, lãi tồn, 3 tháng không hoạt động, \
             hạn kiểm tra sau giải ngân và hẹn trả rơi vào từ nay đến phiên. Chỉ phải trả lãi \
             tháng thì không có trong danh sách.",
            "Lời hẹn: giữ lời khi đến hết phiên đầu tiên từ ngày hẹn trở đi đã trả đủ; trả ít hơn \
             là một phần; không trả là thất hứa; chưa đến phiên đó thì còn hạn.",
            "Ai đứng trước: cộng điểm từng lý do theo bảng “gặp ai trước” của bộ quy \
             định; đề xuất của \
             chương trình, không phải của NHCSXH.",
        ],
    ],
    parts: Parts {
        falls_due: "đến hạn",
        overdue: "quá hạn",
        frozen: "khoanh",
        deadline: "hạn kiểm tra",
        promise: "hẹn trả",
    },
    points: Points {
        of: |name| format!("Điểm của {name}:"),
        to_pay: |session, principal, interest| {
            format!("phiên {session}: gốc {principal}, lãi {interest}")
        },
        table: "Bảng điểm (mỗi lý do lấy bậc đầu tiên đạt được, rồi cộng lại):",
        step: |least, points| format!("từ {least}: {points}"),
        overdue: "Gốc quá hạn",
        days: "Số ngày quá hạn",
        months: "Số tháng chưa trả hết lãi",
        promise: |broken, partly| {
            format!("Lời hẹn gần nhất chưa trả đủ: thất hứa {broken} · trả một phần {partly}")
        },
        not_visited: |points| {
            format!("Từ 01/01 chưa kiểm tra lần nào (khi đã có lý do khác): {points}")
        },
        order: "Bằng điểm thì ai quá hạn nhiều hơn đứng trước, rồi theo mã vay.",
    },
};
