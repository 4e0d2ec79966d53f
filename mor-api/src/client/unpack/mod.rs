//! Unpacks answers while they arrive.

#[cfg(feature = "zip")]
mod member;
#[cfg(feature = "zip")]
mod records;
#[cfg(feature = "zip")]
mod unzip;
#[cfg(not(feature = "zip"))]
#[path = "without_zip.rs"]
mod unzip;

pub(super) use self::unzip::Unzip;
