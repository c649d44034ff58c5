//! The phrases of the first start, where there is no book yet.
#![allow(missing_docs)]

#[derive(Debug)]
pub struct First {
    pub title: &'static str,
    pub no_book: &'static str,
    pub choices: [(char, &'static str, &'static str); 3],
    pub import: &'static str,
    pub foot: &'static str,
}

pub const VI: First = First {
    title: "Sổ tay TK&VV",
    no_book: "Máy này chưa có sổ ở:",
    choices: [
        ('1', "Bắt đầu sổ trống ở đó", "rồi nhập xã, tổ, tổ viên, món vay từ danh sách giấy"),
        ('2', "Xem sổ mẫu", "người và số tiền bịa ra; thoát là không giữ lại gì"),
        ('q', "Thoát", "chưa làm gì cả"),
    ],
    import: "Có sẵn tệp CSV thì thoát ra và chạy: tkvv import THƯ_MỤC",
    foot: "Bấm 1, 2 hoặc q · F9 English",
};

pub const EN: First = First {
    title: "Savings & loan book",
    no_book: "There is no book yet at:",
    choices: [
        ('1', "Start an empty book there", "then type communes, groups, members and loans"),
        ('2', "See the example", "people and sums are invented; nothing is kept"),
        ('q', "Leave", "nothing is done"),
    ],
    import: "If there are CSV files, leave and run: tkvv import FOLDER",
    foot: "Press 1, 2 or q · F9 Tiếng Việt",
};
