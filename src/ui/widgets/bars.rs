//! Horizontal bars in eighths of a column.

use super::paint;

const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A bar for a part of a whole, as text of at most `width` columns; anything above nothing shows.
#[must_use]
pub fn bar(part: i64, whole: i64, width: u16) -> String {
    if part <= 0 || whole <= 0 || width == 0 {
        return String::new();
    }
    let part = i128::from(part.min(whole));
    let eighths = (part * i128::from(width) * 8 / i128::from(whole)).max(1);
    let full = usize::try_from(eighths / 8).unwrap_or(0);
    let rest = usize::try_from(eighths % 8).unwrap_or(0);
    "█".repeat(full) + EIGHTHS.get(rest).copied().unwrap_or_default()
}

/// The same filled up with a light ground to its whole width.
#[must_use]
pub fn gauge(part: i64, whole: i64, width: u16) -> String {
    let bar = bar(part, whole, width);
    let left = width.saturating_sub(paint::width(&bar));
    bar + &"░".repeat(usize::from(left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_part() {
        assert_eq!(bar(1, 2, 4), "██");
        assert_eq!(bar(1, 16, 2), "▏");
        assert_eq!(bar(1, 1_000_000, 2), "▏");
        assert_eq!(bar(0, 10, 4), "");
        assert_eq!(bar(20, 10, 4), "████");
        assert_eq!(bar(i64::MAX, i64::MAX, 2), "██");
        assert_eq!(gauge(1, 2, 4), "██░░");
    }
}
