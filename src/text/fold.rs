//! Finding and ordering Vietnamese text: without diacritics and case, and by given name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in lower case without diacritics, đ as d, blanks joined: `Đặng  Thị Ngọc` is
/// `dang thi ngoc`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'đ' | 'Đ' => folded.push('d'),
            blank if blank.is_whitespace() => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Whether every word of a folded query occurs in a folded text, in any order.
#[must_use]
pub fn finds(folded_text: &str, folded_query: &str) -> bool {
    folded_query.split(' ').all(|word| folded_text.contains(word))
}

/// A key by which names sort as people expect: given name first, then family name, then the
/// middle names; letters without marks before those with.
#[must_use]
pub fn name_key(name: &str) -> (String, String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let turned = match words.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [family, middle @ .., given] => {
            let mut turned = format!("{given} {family}");
            for word in middle {
                turned.push(' ');
                turned.push_str(word);
            }
            turned
        }
    };
    let plain = fold(&turned);
    let marked: String = turned.nfc().flat_map(char::to_lowercase).collect();
    (plain, marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_takes_diacritics_case_and_double_blanks_away() {
        assert_eq!(fold("  Đặng   Thị NGỌC "), "dang thi ngoc");
        assert_eq!(fold("Sà Vươl\u{301}"), "sa vuol");
        assert_eq!(fold("Nguye\u{302}\u{303}n"), fold("Nguyễn"));
        assert_eq!(fold(""), "");
    }

    #[test]
    fn every_word_of_a_query_is_found_in_any_order() {
        assert!(finds("thach thi ngoc hoa", "hoa thach"));
        assert!(finds("thach thi ngoc hoa", ""));
        assert!(!finds("thach thi ngoc hoa", "hoa ly"));
    }

    #[test]
    fn names_sort_by_given_name_then_family_name() {
        let mut names = vec!["Trần Văn Đực", "Lý Thị Bích", "An Bích", "Danh Sà Rượng", "Kiên"];
        names.sort_by_key(|name| name_key(name));
        assert_eq!(names, ["An Bích", "Lý Thị Bích", "Trần Văn Đực", "Kiên", "Danh Sà Rượng"]);
    }
}
