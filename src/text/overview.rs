//! The phrases of place 1, the overview.
#![allow(missing_docs)]

#[derive(Debug)]
pub struct Overview {
    pub title: &'static str,
}

pub const VI: Overview = Overview { title: "Tổng quan" };

pub const EN: Overview = Overview { title: "Overview" };
