//! The phrases of place 4, supervision.
#![allow(missing_docs)]

#[derive(Debug)]
pub struct Visits {
    pub title: &'static str,
}

pub const VI: Visits = Visits { title: "Kiểm tra, giám sát" };

pub const EN: Visits = Visits { title: "Supervision" };
