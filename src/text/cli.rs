//! The phrases of the command line.
#![allow(missing_docs)]

#[derive(Debug)]
pub struct Cli {
    pub error: &'static str,
}

pub const VI: Cli = Cli { error: "Lỗi" };

pub const EN: Cli = Cli { error: "Error" };
