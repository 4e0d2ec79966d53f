//! The asynchronous client against the simulator, over real HTTP.

mod builder;
mod delivery;
mod no_answers;
mod refusals;
mod secrets;
mod shapes;
mod success;
mod transports;
