/** What barcodes say: EAN, UPC, labels of the shop's own scales, GS1. */
package duken.domain.barcode;
