//! Invented names, from lists of syllables: of people as they are called among Kinh, Khmer and Hoa,
//! of villages, and of those who visit. Nobody is meant by any of them.

use super::dice::Dice;
use crate::domain::group::Sex;

/// Among whom a person was born.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Folk {
    /// Kinh.
    #[default]
    Kinh,
    /// Khmer.
    Khmer,
    /// Hoa.
    Hoa,
}

impl Folk {
    /// As a register has it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Folk::Kinh => "Kinh",
            Folk::Khmer => "Khmer",
            Folk::Hoa => "Hoa",
        }
    }
}

const KINH: &str = "Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Huỳnh Võ Đặng Bùi Phan Đỗ Ngô Dương \
                    Hồ Trương Đoàn Mai Cao Tô";
const KHMER: &str = "Thạch Thạch Sơn Sơn Kim Kim Danh Lâm Lý Châu Tăng Trà Liêu Đào Chau Kiên";
const HOA: &str = "Trần Lâm Quách Huỳnh Lý Mã Trịnh Vương Tăng Ngô Trương Hứa Khưu Lưu Phùng";

const KINH_FEMALE: (&str, &str) = (
    "Thị|Thị|Thị|Thị Kim|Thị Hồng|Thị Ngọc|Thị Thanh|Thị Mỹ|Thị Thu|Thị Bích|Thị Cẩm|Thị Bé",
    "Nhung Lệ Ngân Tú Diễm Hà Ánh Chi Thủy Hạnh Mai Trúc Oanh Bảy Sáu Tám Cúc Phượng Huệ Lài An \
     Yến Đào Nguyệt Mười Giàu Nhi Ly Loan Thắm Đẹp Hiền Xuân",
);
const KINH_MALE: (&str, &str) = (
    "Văn|Văn|Văn|Thanh|Minh|Quốc|Hữu|Hoàng|Trung|Chí|Thành|Tấn|Ngọc|Hoài|Công|Hồng",
    "Đực Hai Bảy Tùng Hoàng Sang Khải Lực Nghĩa Tám Phúc Kiên Giàu Tâm Công Nhịn Út Tài Chơn Sơn \
     Nam Mừng Danh Bình Khởi Thum Phước Tư Lộc Hậu Đời Vui",
);
const KHMER_FEMALE: (&str, &str) = (
    "Thị Sa|Thị Sà|Thị Pha|Thị Na|Thị Sô|Thị Đa|Thị Sóc|Thị Bô|Thị Mô|Thị Chanh|Thị|Thị Thia",
    "Rên Vane Ly Vát Mone Ry Phi Hoa Ra Vươl Đa Kha Pha Rịa Phia Ni Srây Vy Oanh Quy Ươl Sang Thol",
);
const KHMER_MALE: (&str, &str) = (
    "Sô|Đa|Sà|Sóc|Phi|Chanh|Pho|Vanh|Thanh|Sa|Xa|Rít|Hoàng",
    "Phát Ươl Rít Rương Rượng Kha Rum Khol Thươl Ra Thu La Na Mết Bươl Phép Ryl Rinh Thi Lươl Vanh \
     Thy Sanh Hên",
);
const HOA_FEMALE: (&str, &str) = (
    "Tú|Mỹ|Ngọc|Lệ|Tố|Bích|Xú|Huệ|Siêu|Ái|Tuyết|Thu",
    "Quyên Phụng Muội Lan Hoa Nga Châu Trinh Linh Múi Phương Quân Liên Cơ Kiều Nghi Dung",
);
const HOA_MALE: (&str, &str) = (
    "Minh|Khánh|Chấn|Tấn|Vĩ|Cẩm|Quốc|Chí|Hớn|Vinh|Kiến|Thuận|Tắc",
    "Phát Hưng Hào Quyền Cường Vĩnh Văn Huy Quốc Sến Sáng Khang Tỷ Xương Minh",
);

fn word(dice: &mut Dice, of: &'static str, between: char) -> &'static str {
    let words: Vec<&str> =
        of.split(between).map(str::trim).filter(|word| !word.is_empty()).collect();
    dice.one(&words)
}

/// A full name. Names repeat, as they do in any village.
pub(super) fn person(dice: &mut Dice, folk: Folk, sex: Sex) -> String {
    let (family, female, male) = match folk {
        Folk::Kinh => (KINH, KINH_FEMALE, KINH_MALE),
        Folk::Khmer => (KHMER, KHMER_FEMALE, KHMER_MALE),
        Folk::Hoa => (HOA, HOA_FEMALE, HOA_MALE),
    };
    let (middle, given) = if sex == Sex::Female { female } else { male };
    let (family, middle, given) =
        (word(dice, family, ' '), word(dice, middle, '|'), word(dice, given, ' '));
    format!("{family} {middle} {given}")
}

const LAND: &str = "Giồng|Bưng|Rạch|Xóm|Bãi|Gò|Cồn|Kinh|Bàu|Vàm|Đầu|Sóc";
const MARK: &str =
    "Me|Sậy|Trâm|Dừa|Ổi|Lức|Điên Điển|Cát|Lớn|Nhỏ|Mới|Lá|Tràm|Đưng|Vông|Bần|Nhãn|Gáo";

/// What a place is called: never the same within one commune, whose places have numbers.
pub(super) fn place(seed: u64, number: u64) -> String {
    // Every pair once before any comes again: the numbers walk through all pairs.
    let (lands, marks): (Vec<&str>, Vec<&str>) =
        (LAND.split('|').collect(), MARK.split('|').collect());
    let pairs = (lands.len() * marks.len()) as u64;
    let start = Dice::of(seed, "place names", &[]).below(pairs);
    // A step that shares no factor with 12 × 18.
    let pair = usize::try_from((start + number * 31) % pairs.max(1)).unwrap_or(0);
    let land = lands.get(pair / marks.len()).copied().unwrap_or_default();
    let mark = marks.get(pair % marks.len()).copied().unwrap_or_default();
    format!("{land} {mark}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn villages_of_one_commune_have_names_of_their_own() {
        let names: BTreeSet<String> = (0..40).map(|number| place(3, number)).collect();
        assert_eq!(names.len(), 40);
    }

    #[test]
    fn people_have_a_family_a_middle_and_a_given_name() {
        let mut dice = Dice::of(1, "person", &[]);
        for folk in [Folk::Kinh, Folk::Khmer, Folk::Hoa] {
            for sex in [Sex::Female, Sex::Male] {
                let name = person(&mut dice, folk, sex);
                assert!(name.split(' ').count() >= 3, "{name}");
            }
        }
    }
}
