//! Unpacks answers while they arrive.

#[cfg(feature = "zip")]
mod member;
#[cfg(feature = "zip")]
mod records;
#[cfg(all(test, feature = "zip"))]
mod tests;
#[cfg(feature = "zip")]
mod unzip;
#[cfg(not(feature = "zip"))]
#[path = "without_zip.rs"]
mod unzip;

pub(super) use self::unzip::Unzip;
