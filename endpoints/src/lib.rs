#![doc = include_str!("../README.md")]

pub mod autodialer;
mod ids;
mod registry;

pub use ids::{CampaignId, UserId};
pub use registry::{Function, Texts, all, find, functions};
