//! Faults by chance, again and again the same.

use mor_sim::{Chaos, Fault, Seed, Simulator};

use crate::support::{post, signed};

fn statuses(sim: &Simulator, count: usize) -> Vec<u16> {
    (0..count).map(|_| post(sim, "services_get", &signed("u=admin", "secret")).status).collect()
}

fn chaos(seed: u64) -> Chaos {
    Chaos::seeded(seed).with(Fault::BadGateway, 0.3).with(Fault::TooManyRequests { retry_after: None }, 0.2)
}

#[test]
fn the_same_seed_meets_the_same_requests_with_the_same_faults() {
    let run = |seed| {
        let sim = Simulator::start().unwrap();
        sim.chaos(chaos(seed));
        // Requests to another function in between change nothing.
        let first = statuses(&sim, 20);
        post(&sim, "login_form", "");
        [first, statuses(&sim, 20)].concat()
    };
    let (one, two) = (run(1), run(1));
    assert_eq!(one, two);
    assert!([200, 502, 429].iter().all(|status| one.contains(status)), "{one:?}");
    assert_ne!(one, run(2));
    let expected: Vec<u16> = (0..40)
        .map(|n| match chaos(1).fault("services_get", n) {
            None => 200,
            Some(Fault::BadGateway) => 502,
            Some(_) => 429,
        })
        .collect();
    assert_eq!(one, expected, "the plan can be asked for beforehand");
}

#[test]
fn orders_go_before_chance_and_both_can_be_ended() {
    let sim = Simulator::start().unwrap();
    sim.chaos(Chaos::seeded(1).with(Fault::BadGateway, 1.0));
    sim.on("services_get").fail(Fault::ServerError).times(1);
    assert_eq!(statuses(&sim, 2), [500, 502]);
    sim.calm();
    assert_eq!(statuses(&sim, 1), [200]);
}

#[test]
fn a_seed_file_orders_faults_and_chaos() {
    let seed = "[[account]]\nid = 0\nusername = 'admin'\nrole = 'admin'\nkey = 'secret'\n\
        [[fault]]\nfunction = 'services_get'\nfault = 'server_error'\ntimes = 1\n\
        [chaos]\nseed = 1\nfaults = [{ fault = 'bad_gateway', share = 1.0 }]\n";
    let sim = Simulator::builder().seed(Seed::from_toml(seed).unwrap()).start().unwrap();
    assert_eq!(statuses(&sim, 2), [500, 502]);
}
