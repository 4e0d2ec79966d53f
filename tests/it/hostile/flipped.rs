//! Every sample with one bit or byte flipped: there is a value or an error, and soon.

use std::time::{Duration, Instant};

use crate::hostile::all;
use crate::hostile::samples::{decode, samples, stream};

/// One bit each, and all of them.
const MASKS: [u8; 9] = [1, 2, 4, 8, 16, 32, 64, 128, 255];

/// Thousands of times what a sample takes.
const LONG: Duration = Duration::from_secs(2);

#[test]
fn a_flipped_byte_is_a_value_or_an_error_of_every_function() {
    let mut flips = 0;
    for (number, sample) in samples().into_iter().enumerate() {
        let mut bytes = sample.text.as_bytes().to_vec();
        for at in 0..bytes.len() {
            // One mask for each place, another one for the same place of the next sample; or all.
            let masks = if all() { &MASKS[..] } else { &MASKS[(number + at) % MASKS.len()..][..1] };
            for mask in masks {
                bytes[at] ^= mask;
                let started = Instant::now();
                if let Err(error) = decode(sample.function, &bytes) {
                    let said = format!("{error} {error:?}");
                    assert!(said.len() < 64 << 10, "{} at {at} ^ {mask}: {said}", sample.name);
                }
                assert!(started.elapsed() < LONG, "{} at {at} ^ {mask}", sample.name);
                bytes[at] ^= mask;
                flips += 1;
            }
        }
    }
    assert!(flips > 80_000, "only {flips} flips");
}

#[test]
fn rows_with_a_flipped_byte_do_not_depend_on_the_pieces_they_arrive_in() {
    for (number, sample) in samples().into_iter().enumerate() {
        let Some(path) = sample.rows() else { continue };
        let mut bytes = sample.text.as_bytes().to_vec();
        for at in (0..bytes.len()).step_by(if all() { 1 } else { 31 }) {
            let mask = MASKS[(number + at) % MASKS.len()];
            bytes[at] ^= mask;
            let (pieces, whole) = (stream(&path, &bytes, 200), stream(&path, &bytes, usize::MAX));
            assert_eq!(pieces, whole, "{} at {at} ^ {mask}", sample.name);
            bytes[at] ^= mask;
        }
    }
}
