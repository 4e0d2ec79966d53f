<?php
// Decodes a call list as PHP clients of MOR do: SimpleXML into arrays by way of JSON.
// Prints the seconds of processor time for it, without reading the file, and the number of rows.

ini_set('memory_limit', '-1');

function processor_time(): float
{
    $usage = getrusage();
    return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']
        + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
}

$text = file_get_contents($argv[1]);
$start = processor_time();
$page = json_decode(json_encode(simplexml_load_string($text, 'SimpleXMLElement', LIBXML_PARSEHUGE)), true);
$rows = $page['calls_stat']['calls']['call'];
$seconds = processor_time() - $start;
echo json_encode(['seconds' => $seconds, 'rows' => count($rows)]), "\n";
