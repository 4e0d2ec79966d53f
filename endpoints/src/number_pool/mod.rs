//! Number pools: lists of numbers.
