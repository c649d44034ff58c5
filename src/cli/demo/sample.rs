//! The sample data, inside the program: the demo needs no file.

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        /// The files of `sample-data/`, by name.
        pub(super) const FILES: &[(&str, &str)] = &[$((
            $name,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sample-data/", $name)),
        )),+];
    };
}

files!(
    "book.toml",
    "places.csv",
    "points.csv",
    "session_changes.csv",
    "groups.csv",
    "members.csv",
    "loans.csv",
    "openings.csv",
    "disbursements.csv",
    "instalments.csv",
    "payments.csv",
    "savings.csv",
    "loan_changes.csv",
    "attendance.csv",
    "visits.csv",
    "visit_lines.csv",
    "group_checks.csv",
    "contacts.csv",
    "cash_counts.csv",
    "meetings.csv",
    "actions.csv",
    "action_steps.csv",
    "confirmations.csv",
    "bank_grades.csv",
    "targets.csv",
    "capital.csv",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::native::tables;

    #[test]
    fn every_file_of_the_sample_is_there() {
        for table in tables::ALL {
            assert!(FILES.iter().any(|(name, _)| *name == table.file), "{}", table.file);
        }
    }
}
