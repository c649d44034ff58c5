//! The phrases of place 2, the collection day.
#![allow(missing_docs)]

#[derive(Debug)]
pub struct Session {
    pub title: &'static str,
}

pub const VI: Session = Session { title: "Ngày giao dịch" };

pub const EN: Session = Session { title: "Collection day" };
