//! The phrases of place 3, due and overdue.
#![allow(missing_docs)]

#[derive(Debug)]
pub struct Debts {
    pub title: &'static str,
}

pub const VI: Debts = Debts { title: "Nợ đến hạn, quá hạn" };

pub const EN: Debts = Debts { title: "Due and overdue" };
