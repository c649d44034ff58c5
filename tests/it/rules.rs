//! The rules of domain.md, sections 3 to 7, in worked cases: every figure was reckoned by hand.

mod actions;
pub mod case;
mod debts;
mod group;
mod home;
mod interest;
mod meeting;
mod principal;
mod promises;
mod sheet;
mod status;
mod talk_first;
mod terms;
mod visits;
mod worklist;
