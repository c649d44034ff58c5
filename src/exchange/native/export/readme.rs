//! What stands beside an exported book, so that whoever finds the folder knows what it is.

/// The text of `README.md`.
pub(super) const TEXT: &str = r#"# Sổ tổ tiết kiệm và vay vốn · The book of savings-and-loan groups

Thư mục này là toàn bộ sổ, viết bằng tệp CSV (UTF-8, dấu phẩy, ngày viết 2026-10-15, tiền là số
đồng nguyên, ô trống là không có). Không có gì được che: tên, số giấy tờ, số điện thoại đều ở đây,
xin giữ cẩn thận. `tkvv import` đọc thư mục này vào một sổ trống và cho lại đúng các số liệu.

This folder is the whole book as CSV files (UTF-8, comma, days like 2026-10-15, money in whole
đồng, an empty cell means none). Nothing in it is masked: names, ID and phone numbers are all here,
so keep it safe. `tkvv import` reads it into an empty book and gives the same figures again.

| tệp · file | nội dung · content |
|---|---|
| `book.toml` | tên sổ, nơi, ngày của sổ mẫu · title, place, day of a demo |
| `places.csv` `points.csv` `session_changes.csv` | nơi, điểm giao dịch, phiên đổi ngày · places, points, moved sessions |
| `groups.csv` `members.csv` | tổ, tổ viên · groups, members |
| `loans.csv` `openings.csv` `instalments.csv` `loan_changes.csv` | món vay, số dư mở sổ, phân kỳ, thay đổi · loans, openings, instalments, changes |
| `disbursements.csv` `payments.csv` `savings.csv` | giải ngân, thu nợ, tiết kiệm · disbursements, payments, savings |
| `attendance.csv` | tổ có mặt ở phiên · who came to sessions |
| `visits.csv` `visit_lines.csv` `group_checks.csv` | kiểm tra 06/TD và 16/TD · visits and group checks |
| `bank_grades.csv` `targets.csv` `capital.csv` | xếp loại ngân hàng công bố, chỉ tiêu, vốn ủy thác · published grades, targets, entrusted capital |
"#;
