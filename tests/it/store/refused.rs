//! Each refusal, with both sides of its edge.

mod facts;
mod kept;
mod payments;
mod rows;
mod sheets;
mod visits;
