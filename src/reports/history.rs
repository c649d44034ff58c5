//! What happened to a member: money, savings, visits and changes, in the order of their days, each
//! with what remained afterwards.

mod balances;
mod events;

pub use balances::{Balance, balances};
pub use events::{Event, Stands, What, history};
