#![doc = include_str!("../README.md")]

pub mod autodialer;
mod ids;

pub use ids::{CampaignId, UserId};
