//! tkvv: the book of a savings-and-loan group (Tổ TK&VV).

pub mod cli;
pub mod domain;
pub mod exchange;
pub mod generate;
pub mod office;
pub mod reports;
pub mod store;
pub mod text;
pub mod ui;
