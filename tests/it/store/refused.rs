//! Each refusal, with both sides of its edge.
