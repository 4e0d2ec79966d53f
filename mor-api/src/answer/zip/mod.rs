//! Packed answers: a zip archive that holds one XML document, unpacked while it arrives or complete.

#[cfg(feature = "zip")]
mod member;
#[cfg(feature = "zip")]
mod records;
#[cfg(feature = "zip")]
#[cfg(test)]
mod tests;
#[cfg(feature = "zip")]
mod unzip;
#[cfg(feature = "zip")]
mod whole;
#[cfg(all(feature = "client", not(feature = "zip")))]
mod without_zip;

#[cfg(all(feature = "client", feature = "zip"))]
pub(crate) use self::unzip::Unzip;
#[cfg(all(feature = "client", not(feature = "zip")))]
pub(crate) use self::without_zip::Unzip;
