//! The phrases of place 6, the quality of credit.
#![allow(missing_docs)]

#[derive(Debug)]
pub struct Quality {
    pub title: &'static str,
}

pub const VI: Quality = Quality { title: "Chất lượng tín dụng" };

pub const EN: Quality = Quality { title: "Quality" };
