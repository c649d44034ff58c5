//! Place 2: the collection day of a point, its groups' sheets, their cash, receipts, mending.

mod again;
mod bad;
mod cash;
mod counter;
mod day;
mod mend;
mod page;
mod receipt;
mod sheet;
mod sixty;
mod story;
mod withdrawal;
