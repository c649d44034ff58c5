//! Place 2: the collection day of a point, its groups' sheets, principal receipts.

mod again;
mod page;
mod receipt;
mod sheet;
mod sixty;
