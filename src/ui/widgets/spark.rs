//! A row of small columns: how an amount went over time.

const EIGHTHS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// One column a value, as high as its part of the largest; nothing where it is zero.
#[must_use]
pub fn spark(values: &[i64]) -> String {
    let most = values.iter().copied().max().unwrap_or(0).max(1);
    let column = |value: &i64| {
        if *value <= 0 {
            return " ";
        }
        // the largest is a full column, anything above nothing shows
        let at = (i128::from(*value) * 8 - 1) / i128::from(most);
        usize::try_from(at).ok().and_then(|at| EIGHTHS.get(at)).copied().unwrap_or(" ")
    };
    values.iter().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_high_as_its_value() {
        assert_eq!(spark(&[0, 1, 50, 100]), " ▁▄█");
        assert_eq!(spark(&[7]), "█");
        assert_eq!(spark(&[0, 0]), "  ");
        assert_eq!(spark(&[]), "");
        assert_eq!(spark(&[i64::MAX, -5]), "█ ");
    }
}
