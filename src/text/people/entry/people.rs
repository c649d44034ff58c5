//! The phrases of the forms of groups and members.
#![allow(missing_docs)]

/// The forms of a group.
#[derive(Debug)]
pub struct GroupWords {
    pub title_new: &'static str,
    pub title: fn(&str) -> String,
    pub head_new: &'static str,
    pub head: fn(&str, usize) -> String,
    pub no_places: &'static str,
    /// There are points, and no village.
    pub no_villages: &'static str,
    /// There are villages, and no point.
    pub no_points: &'static str,
    pub too_few: fn(u32, u32) -> String,
    pub explains: &'static [&'static str],
}

/// The forms of a member.
#[derive(Debug)]
pub struct MemberWords {
    pub title_new: &'static str,
    pub title: fn(&str) -> String,
    pub head_new: fn(&str, &str, usize) -> String,
    pub full: fn(u32) -> String,
    pub head: fn(&str, &str) -> String,
    pub moved: fn(&str) -> String,
    pub explains: &'static [&'static str],
}

pub const GROUP_VI: GroupWords = GroupWords {
    title_new: "Thêm tổ",
    title: |name| format!("Sửa tổ · {name}"),
    head_new: "Ghi tổ xong thì nhập tổ viên; tổ trưởng, tổ phó chọn sau, trong số tổ viên.",
    head: |code, members| format!("Mã tổ {code} · {members} tổ viên đang sinh hoạt"),
    no_places: "! Sổ chưa có ấp và điểm giao dịch. Bấm Esc, rồi t để nhập trước.",
    no_villages: "! Sổ chưa có ấp nào. Bấm Esc, rồi t để nhập trước.",
    no_points: "! Sổ chưa có điểm giao dịch nào. Bấm Esc, rồi t để nhập trước.",
    too_few: |least, most| format!("! Tổ cần từ {least} đến {most} tổ viên."),
    explains: &[
        "Tổ: mã như trên danh sách của ngân hàng, ấp của tổ, điểm giao dịch và hội nhận ủy thác.",
        "Báo cáo cộng tổ vào xã theo ấp của tổ, không theo điểm giao dịch.",
        "Tổ trưởng, tổ phó là tổ viên của chính tổ. Tổ mang tên tổ trưởng.",
        "Sửa dữ liệu đã có thì ghi lý do; số cũ vẫn được giữ trong sổ.",
    ],
};

pub const GROUP_EN: GroupWords = GroupWords {
    title_new: "New group",
    title: |name| format!("Edit group · {name}"),
    head_new: "Save the group, then type its members; leader and deputy are chosen among them.",
    head: |code, members| format!("Group code {code} · {members} present members"),
    no_places: "! The book has no village and no point yet. Press Esc, then t to enter them first.",
    no_villages: "! The book has no village yet. Press Esc, then t to enter it first.",
    no_points: "! The book has no point yet. Press Esc, then t to enter it first.",
    too_few: |least, most| format!("! A group has {least} to {most} members."),
    explains: &[
        "A group: its code as on the bank's list, its village, its point and its association.",
        "Reports count a group where its village lies, not by its point.",
        "Leader and deputy are members of the group itself. A group bears its leader's name.",
        "To change what is in the book, say why; what was before is kept.",
    ],
};

pub const MEMBER_VI: MemberWords = MemberWords {
    title_new: "Thêm tổ viên",
    title: |name| format!("Sửa tổ viên · {name}"),
    head_new: |group, leader, members| format!("Tổ {group} · {leader} · {members} tổ viên"),
    full: |most| format!("! Tổ đã đủ {most} tổ viên."),
    head: |code, group| format!("Mã khách hàng {code} · tổ {group}"),
    moved: |group| format!("Sẽ chuyển sang tổ {group}; món vay và tiết kiệm đi theo."),
    explains: &[
        "Một tổ viên đại diện một hộ. Cần mã khách hàng, họ tên và ngày vào tổ; còn lại bổ sung \
            sau.",
        "Ghi xong mẫu mở sẵn cho người kế; ngày vào tổ giữ như người trước.",
        "Số căn cước chỉ hiện đủ trong ô khi đang gõ.",
        "Ra tổ: điền ngày ra tổ. Chuyển tổ: chọn tổ khác. Dư nợ, tiết kiệm vẫn theo dõi.",
    ],
};

pub const MEMBER_EN: MemberWords = MemberWords {
    title_new: "New member",
    title: |name| format!("Edit member · {name}"),
    head_new: |group, leader, members| format!("Group {group} · {leader} · {members} members"),
    full: |most| format!("! The group has {most} members already."),
    head: |code, group| format!("Customer code {code} · group {group}"),
    moved: |group| format!("Moves to group {group}; loans and savings go along."),
    explains: &[
        "A member stands for one household. Code, name and joining day are needed; the rest can \
            follow.",
        "Once saved the form is open for the next; the joining day is kept.",
        "The ID number is shown in full only while it is typed.",
        "To leave: the day of leaving. To move: another group. Debts and savings stay.",
    ],
};

/// What empty lists say, a sentence a row.
#[derive(Debug)]
pub struct Empty {
    /// A book without any point.
    pub book: &'static [&'static str],
    pub groups: &'static [&'static str],
    pub members: &'static [&'static str],
    pub loans: &'static [&'static str],
    pub places: &'static [&'static str],
}

pub const EMPTY_VI: Empty = Empty {
    book: &[
        "Sổ còn trống. Nhập theo thứ tự sau:",
        "1. Bấm t: nhập xã, các ấp, rồi điểm giao dịch và ngày giao dịch hằng tháng.",
        "2. Bấm n ở đây: nhập từng tổ.",
        "3. Enter vào tổ, n: nhập tổ viên, người này xong đến người kế.",
        "4. Enter vào tổ viên, n: nhập món vay, kể cả dư nợ của món đang trả dở.",
        "Có sẵn tệp CSV thì thoát ra và chạy: tkvv import THƯ_MỤC.",
    ],
    groups: &["Chưa có tổ nào.", "Bấm n để nhập tổ đầu tiên. t: xem lại xã, ấp, điểm giao dịch."],
    members: &["Tổ chưa có tổ viên.", "Bấm n để nhập; ghi xong mẫu mở sẵn cho người kế."],
    loans: &["Chưa có món vay.", "Bấm n để nhập món vay."],
    places: &[
        "Chưa có xã, ấp nào.",
        "Bấm n: nhập xã trước, rồi các ấp của xã. Sau đó bấm d: nhập điểm giao dịch.",
    ],
};

pub const EMPTY_EN: Empty = Empty {
    book: &[
        "The book is empty. Fill it in this order:",
        "1. Press t: the commune, its villages, then the point and its session day.",
        "2. Press n here: the groups, one by one.",
        "3. Enter on a group, n: its members, one after the other.",
        "4. Enter on a member, n: a loan, also one that is half repaid.",
        "If there are CSV files, leave and run: tkvv import FOLDER.",
    ],
    groups: &["No group yet.", "Press n for the first one. t: communes, villages, points."],
    members: &["The group has no members yet.", "Press n; once saved the form is open again."],
    loans: &["No loan yet.", "Press n to enter one."],
    places: &[
        "No commune or village yet.",
        "Press n: the commune first, then its villages. Then d: the transaction point.",
    ],
};
