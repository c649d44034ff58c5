//! Every change of the book goes through here: a command, in one transaction, or a refusal.

pub mod command;
