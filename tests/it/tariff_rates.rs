//! An answer that comes in a zip archive, refusals included.

use mor_api::{Client, CommonFault};
use mor_endpoints::TariffId;
use mor_endpoints::tariff::{RateDuration, TariffPurpose, TariffRatesGet};
use mor_sim::Simulator;

fn client(simulator: &Simulator, key: &str) -> Client {
    Client::builder(simulator.url()).username("admin").api_key(key).build().unwrap()
}

#[tokio::test]
async fn the_rates_come_out_of_the_archive() {
    let simulator = Simulator::start().unwrap();
    let request = TariffRatesGet::new().tariff_id(TariffId(15));
    let rates = client(&simulator, "secret").send(&request).await.unwrap();
    let [tariff] = &rates.tariffs[..] else { panic!("{rates:?}") };
    assert_eq!((tariff.tariff_name.as_str(), &tariff.purpose), ("Retail one", &Some(TariffPurpose::User)));
    assert_eq!(tariff.destinations[0].group, "Albania");
    let durations: Vec<_> = tariff.destinations[0].rates.iter().map(|rate| rate.duration).collect();
    assert_eq!(durations, [Some(RateDuration::Seconds(30)), Some(RateDuration::ToTheEnd)]);
    assert!(tariff.rates.is_empty());
}

#[tokio::test]
async fn a_refusal_is_one_packed_or_not() {
    let simulator = Simulator::start().unwrap();
    let request = TariffRatesGet::new();
    let packed = client(&simulator, "secret").call(&request).as_user("nobody").send().await.unwrap_err();
    assert_eq!(packed.common(), Some(&CommonFault::BadLogin));
    assert!(packed.answer_received().unwrap().body().starts_with(b"PK"), "{packed:?}");

    let plain = client(&simulator, "wrong").send(&request).await.unwrap_err();
    assert_eq!(plain.common(), Some(&CommonFault::IncorrectHash));
    assert!(plain.answer_received().unwrap().body().starts_with(b"<"), "{plain:?}");
}
