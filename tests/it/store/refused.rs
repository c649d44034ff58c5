//! Each refusal, with both sides of its edge.

mod payments;
mod sheets;
mod visits;
