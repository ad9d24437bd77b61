"""Conditions, drugs and care, as patterns over folded lower-case text. General knowledge; add to them freely.

One pattern a term, separated by white space; `_` stands for a space inside one. Each begins with three plain letters (or
with a whole shorter word), by which the recognizer finds where to try it.
"""

from __future__ import annotations

from typing import Final

#: What a person has. A tail names the kind or the place: "de type 2", "du sein", "of the liver".
CONDITIONS: Final = """
    cancers? breast_cancer lung_cancer skin_cancer colon_cancer prostate_cancer ovarian_cancer cervical_cancer
    brain_(?:tumou?r|cancer) liver_cancer kidney_cancer tumeurs? tumors? tumours? leucemie leukemia leukaemia lymphomes?
    lymphomas? melanom[ea]s? metastases? diabetes?
    diabetes hypertension
    maladies?_(?:de_|d')?(?:crohn|parkinson|alzheimer|lyme|coeliaque|cardiaque|rare|mentale)
    crohn(?:'?s(?:_disease)?)? parkinson(?:'?s(?:_disease)?)? alzheimer(?:'?s(?:_disease)?)? celiac_disease lyme_disease
    kidney_(?:disease|failure|stones?) heart_(?:disease|failure|attack) liver_(?:disease|failure) lung_disease asthme asthma
    mpoc copd bronchite
    bronchitis pneumonie pneumonia epileps(?:ie|y) migraines? depressions? anxiete anxiety tdah adhd tda autism[e]?
    schizophreni[ea] bipolarite bipolar_disorder
    trouble_(?:bipolaire|anxieux|alimentaire|de_la_personnalite|panique|du_spectre_de_l'autisme) anorexi[ea] boulimie
    bulimia burn-?_?out psychose psychosis tspt ptsd toc ocd demence dementia
    vih hiv sida aids hepatit(?:e|is)(?:_[abc])? cirrhos(?:e|is) chlamydia gonorrhee gonorrhea syphilis herpes itss sti std
    endometrios(?:e|is) fibromes? fibroids?
    fibromyalgi[ea] arthrit(?:e|is) arthros(?:e|is) osteoporos[ei]s? sclerose_en_plaques? multiple_sclerosis sla_als lupus
    psoriasis eczema hypothyroidie
    hypothyroidism hyperthyroidie hyperthyroidism insuffisance_(?:renale|cardiaque|respiratoire) renal_failure infarctus
    crise_cardiaque avc stroke anevrisme aneurysm arythmie fibrillation(?:_auriculaire)? atrial_fibrillation cholesterol
    anemie anemia hemophilie hemophilia
    fausse_couche miscarriage avortement abortion ivg grossesse(?:_a_risque)? pregnancy infertilite infertility menopause
    apnee(?:_du_sommeil)? sleep_apnea
    glaucome glaucoma cataractes? cataracts? surdite dyslexie trisomie down_syndrome syndrome_(?:de_)?[a-z-]+
    fractures?(?:_(?:de_la|du|de_l')_?[a-z]+)?
    hernies?(?:_discales?)? hernia commotion_cerebrale concussion
    alcoolisme alcoholism toxicomanie dependance_(?:a|aux)_[a-z']+ addiction covid(?:-?19)? tuberculose tuberculosis zona
    shingles fistule calculs_renaux
    colite colitis ulceres? ulcers? pancreatite pancreatitis appendicite appendicitis cystite endometrite prostatite
    prostatitis idees_suicidaires suicidal_thoughts
    tentative_de_suicide suicide_attempt paralysie paralysis paraplegie lesion[s]?_(?:au|a)_[a-z]+
    allergie[s]?_(?:aux?|a)_[a-z']+ trouble[s]?_(?:de_sante_mentale|cardiaques?|du_sommeil|deficitaire(?:_de_l'attention)?)
    problemes?_(?:de_(?:coeur|reins?|foie|sante_mentale|dos|thyroide|consommation)|cardiaques?|respiratoires?|renaux|psychiatriques?)
    heart_(?:conditions?|problems?|issues?) kidney_(?:problems?|issues?) liver_problems? lung_problems? thyroid_problems?
    mental_(?:illness|health_(?:conditions?|problems?|issues?))
    malformations?(?:_(?:cardiaques?|congenitales?))? accident_vasculaire_cerebral herniated_disc
    type_[12]_diabetes gestational_diabetes tda commotion sclerose_laterale_amyotrophique dmla
    macular_degeneration cerebral_palsy paralysie_cerebrale fibrose_kystique cystic_fibrosis spina_bifida embolie phlebite
    blood_clots? sepsis meningite meningitis encephalite scoliose scoliosis sarcome sarcoma myelome myeloma
    bpd borderline tsa tpl anemie_falciforme sickle_cell(?:_disease)? perte_auditive hearing_loss
    bronchiolit(?:e|is) osteoarthrit(?:e|is) sinusit(?:e|is) gastrit(?:e|is) dermatit(?:e|is) otit(?:e|is) phlebitis
    diverticulit(?:e|is) nephrit(?:e|is) myocardit(?:e|is) pericardit(?:e|is) endocardit(?:e|is) encephalitis vasculitis
    uveit(?:e|is)
    spondylarthrite ankylosing_spondylitis cardiomyopath(?:ie|y) myopath(?:ie|y) neuralgia stenos(?:e|is)
    carcinom(?:e|a) adenom(?:e|a)
    glioblastom(?:e|a) gliom(?:e|a) oedeme edema gangrene lumbago entorse capsulite plantar_fasciitis canal_carpien
    carpal_tunnel
    reflux_gastrique acid_reflux colon_irritable irritable_bowel(?:_syndrome)? urticaire stress_post-traumatique
    choc_post-traumatique crises?_(?:de_panique|d'angoisse|d'epilepsie) panic_attacks? seizures? convulsions
    douleurs?_chroniques? chronic_pain obesite obesity pertes?_de_memoire memory_loss
    heart_defects? birth_defects? congenital_[a-z]+ vertiges? vertigo acouphenes tinnitus sciatique sciatica tendinite
    tendinitis
    bursite bursitis insomnie insomnia narcolepsie narcolepsy retinopathie neuropathie neuropathy nephropathie incontinence
    sopk pcos dysphasie dyspraxie deficience_intellectuelle intellectual_disability mononucleose rougeole measles varicelle
    chickenpox coqueluche scabies septicemie preeclampsie preeclampsia hemorroides hemorrhoids rectocolite polypes? polyps?
    kystes? cysts? goitre thrombose thrombosis souffle_au_coeur heart_murmur tachycardie tachycardia emphyseme emphysema
    silicose mesotheliome amiantose asbestosis sarcoidose vitiligo alopecie alopecia pelade decollement_de_la_retine
    keratocone myasthenie huntington(?:'s)? tourette(?:'s)? asperger(?:'s)? guillain-barre nevralgie long_covid covid_longue
    trouble_de_la_personnalite_limite hypoglycemie hypoglycemia hyperglycemie insuffisance_hepatique liver_cirrhosis
    broken_(?:hip|arm|leg|wrist|ankle|shoulder|back|nose|ribs?) fractured_(?:hip|arm|leg|wrist|ankle|shoulder|ribs?)
    """

#: What a person is: only after "je suis", "she is" and the like.
STATES: Final = """
    diabetiques? diabetic enceintes? pregnant epileptiques? epileptic asthmatiques? asthmatic schizophrenes? schizophrenic
    bipolaires? bipolar autistes? autistic
    seropositi(?:f|ve)s? hiv_positive hiv-positive alcooliques? alcoholic depressi(?:f|ve)s? depressed cancereu(?:x|se)s?
    handicapee?s? disabled paraplegiques? paraplegic
    quadriplegiques? hypertendue?s? hemophiles? cardiaques? anorexiques? anorexic anemiques? anemic suicidaires? suicidal
    toxicomanes? aveugles? blind deaf sourde?s? malentendante?s? malvoyante?s? trisomiques? dements? sclereuse paranoiaques?
    diabetique schizo tdah
    en_(?:fauteuil_roulant|chaise_roulante|remission|dialyse|chimio(?:therapie)?|phase_terminale|fin_de_vie|soins_palliatifs|depression|burn-?out|attente_d'une_greffe)
    in_(?:a_wheelchair|remission|chemo|psychiatric_care|palliative_care|recovery)
    on_(?:dialysis|chemo|oxygen|antidepressants|methadone|insulin)
    sous_(?:dialyse|oxygene|antidepresseurs|methadone|insuline) terminally_ill
    amputee?s? greffee?s? intolerante?_au_[a-z]+ allergique_(?:aux?|a)_[a-z']+ allergic_to_[a-z]+
    """

#: Who treats a person: only after "je vois", "followed by" and the like.
SPECIALISTS: Final = """
    psychiatres? psychiatrists? psychologues? psychologists? oncologues? oncologists? neurologues? neurologists? cardiologues?
    cardiologists? nephrologues? nephrologists? endocrinologues? endocrinologists? rhumatologues? rheumatologists?
    urologues? urologists? gynecologues? gyn(?:a)?ecologists? pneumologues? gastro-?_?enterologues? gastroenterologists?
    hematologues? hematologists? addiction_counsell?ors? psychoeducat(?:eur|rice)s? orthophonistes? speech_therapists?
    oncologie oncology psychiatrie psychiatry cardiologie cardiology neurologie neurology nephrologie endocrinologie geriatrie
    """

#: What a person takes.
DRUGS: Final = """
    metformine? insuline? ozempic jardiance januvia trulicity victoza synthroid levothyroxine lipitor atorvastatine? crestor
    rosuvastatine? zocor ramipril lisinopril
    perindopril amlodipine norvasc metoprolol bisoprolol atenolol losartan coversyl eliquis xarelto warfarine? coumadin
    plavix aspirine? tylenol codeine empracet
    morphine hydromorphone dilaudid oxycodone oxycontin percocet fentanyl tramadol methadone suboxone ativan lorazepam
    clonazepam rivotril xanax alprazolam valium
    diazepam zopiclone imovane seroquel quetiapine abilify aripiprazole risperdal risperidone olanzapine zyprexa clozapine
    lithium epival lamictal lamotrigine
    keppra dilantin tegretol gabapentine? neurontin lyrica pregabaline? prozac fluoxetine zoloft sertraline paxil paroxetine
    celexa citalopram cipralex
    escitalopram effexor venlafaxine cymbalta duloxetine wellbutrin bupropion trazodone remeron mirtazapine ritalin concerta
    vyvanse adderall strattera biphentin
    ventolin salbutamol symbicort advair flovent spiriva prednisone cortisone humira enbrel remicade infliximab stelara
    methotrexate imuran plaquenil tamoxifene?
    letrozole herceptin keytruda opdivo gleevec truvada biktarvy prep viagra cialis champix zyban naltrexone antabuse
    pantoloc pantoprazole nexium losec amoxicilline?
    clavulin cipro azithromycine? valtrex antidepresseurs? antidepressants? anxiolytiques? antipsychotiques? anticoagulants?
    somniferes? opioides? opioids?
    chimiotherapie chimio chemotherapy chemo radiotherapie radiotherapy dialyse dialysis methylphenidate donepezil aricept
    levodopa sinemet
    advil motrin aleve naproxene? celebrex ibuprofene? diclofenac voltaren arthrotec meloxicam colchicine allopurinol
    fosamax actonel prolia evista forteo synjardy invokana forxiga rybelsus wegovy saxenda mounjaro lantus basaglar
    toujeo tresiba novorapid humalog levemir humulin glyburide gliclazide diamicron glucophage janumet trajenta onglyza
    lasix aldactone spironolactone altace vasotec zestril avapro micardis diovan cozaar atacand olmetec edarbi entresto
    nitroglycerine? lanoxin digoxine? pradaxa lixiana brilinta ezetrol ezetimibe repatha praluent pravachol lipidil
    prevacid dexilant zantac pepcid domperidone metoclopramide zofran gravol imodium mezavant asacol pentasa salofalk
    entocort inflectra renflexis simponi cimzia cosentyx taltz tremfya skyrizi xeljanz rinvoq olumiant otezla dupixent
    xolair nucala fasenra orencia actemra rituxan benlysta ocrevus tysabri gilenya tecfidera aubagio copaxone avonex
    rebif betaseron kesimpta lemtrada mavenclad baclofene? tizanidine botox maxalt imitrex relpax zomig topamax
    topiramate aimovig ajovy emgality inderal elavil brintellix trintellix pristiq fetzima luvox anafranil buspirone
    latuda rexulti vraylar invega haldol haloperidol clopixol nozinan saphris serax restoril sublinox zolpidem
    melatonine? intuniv guanfacine foquest dexedrine contrave xenical tapazole cytomel dexamethasone alvesco qvar
    pulmicort zenhale trelegy anoro ultibro incruse singulair daliresp ofev esbriet trikafta orkambi kalydeco spinraza
    zolgensma evrysdi revlimid pomalyst velcade darzalex imbruvica ibrance verzenio kisqali tagrisso tarceva iressa
    xalkori lynparza xtandi zytiga lupron zoladex casodex arimidex anastrozole femara aromasin exemestane faslodex
    xeloda capecitabine temodal avastin yervoy tecentriq imfinzi kadcyla eprex aranesp neupogen neulasta epclusa harvoni
    sovaldi maviret descovy genvoya triumeq tivicay dovato juluca prezista prezcobix kaletra isentress baraclude vemlidy
    paxlovid tamiflu septra bactrim macrobid keflex cephalexine? biaxin zithromax flagyl diflucan lamisil accutane
    epuris dovobet protopic lumigan xalatan cosopt eylea lucentis vabysmo alesse nuvaring clomid gonal-f puregon
    prometrium premarin vesicare myrbetriq flomax finasteride aclasta angiox zometa
    """

#: How the international names of drugs end.
STEMS: Final = (
    "sartan|prazole?|azepam|zolam|statine?|oxetine|cilline?|mycine?|floxacine?|cycline|gliptine?|gliflozine?|glutide|tiapine"
    "|peridone|olol|dipine|thiazide|semide|triptan|setron|ximab|zumab|lumab|mumab|tinib|ciclib|fibrate|dronate|lukast|profene?"
    "|codone|morphone|barbital|conazole|cyclovir|buvir|tegravir|vudine|taxel|rubicine?|triptyline|ipramine|gabaline?"
    "|promazine|xaban|trexate|zolamide|tadine|rizine"
)

#: What is done to a person.
CARE: Final = """
    chimiotherapie chimio chemotherapy chemo radiotherapie radiation_therapy radiotherapy dialyse dialysis biopsies? biopsy
    mastectomie mastectomy hysterectomie hysterectomy
    sterilet iud vasectomie vasectomy coloscopie colonoscopy colposcopie mammographie mammogram avortement abortion ivg
    cesarienne
    c-section amputation greffe(?:_(?:de_|d'|du_)?(?:reins?|foie|coeur|poumons?|cornee|moelle))? transplant
    kidney_transplant liver_transplant heart_transplant lung_transplant bone_marrow_transplant transfusion psychiatrie
    oncologie_pediatrique
    curetage ligature_des_trompes tubal_ligation colostomie colostomy stent pacemaker vesicule_biliaire gallbladder
    pontages? bypass electrochocs? electroshocks? psychotherapie psychotherapy desintoxication detox cure_de_desintox
    therapie_hormonale hormone_therapy chirurgie_bariatrique bariatric_surgery
    operation_(?:de_la|de_l'|du|des|au|a_la|aux|on_my|for_my|of_the)_?(?:hanche|genou|genoux|coeur|dos|oeil|yeux|cataractes?|vesicule|prostate|epaule|sein|seins|hip|knee|heart|back|eyes?|prostate|shoulder|breast)
    chirurgie_(?:de_la|de_l'|du|des|au|a_la|aux|on_my|for_my|of_the)_?(?:hanche|genou|genoux|coeur|dos|oeil|yeux|cataractes?|vesicule|prostate|epaule|sein|seins|hip|knee|heart|back|eyes?|prostate|shoulder|breast)
    surgery_(?:de_la|de_l'|du|des|au|a_la|aux|on_my|for_my|of_the)_?(?:hanche|genou|genoux|coeur|dos|oeil|yeux|cataractes?|vesicule|prostate|epaule|sein|seins|hip|knee|heart|back|eyes?|prostate|shoulder|breast)
    prothese_(?:de_la|de_l'|du|des|au|a_la|aux|on_my|for_my|of_the)_?(?:hanche|genou|genoux|coeur|dos|oeil|yeux|cataractes?|vesicule|prostate|epaule|sein|seins|hip|knee|heart|back|eyes?|prostate|shoulder|breast)
    remplacement_(?:de_la|de_l'|du|des|au|a_la|aux|on_my|for_my|of_the)_?(?:hanche|genou|genoux|coeur|dos|oeil|yeux|cataractes?|vesicule|prostate|epaule|sein|seins|hip|knee|heart|back|eyes?|prostate|shoulder|breast)
    hip_(?:surgery|replacement|operation) knee_(?:surgery|replacement|operation) heart_(?:surgery|replacement|operation)
    back_(?:surgery|replacement|operation) eye_(?:surgery|replacement|operation) prostate_(?:surgery|replacement|operation)
    shoulder_(?:surgery|replacement|operation) breast_(?:surgery|replacement|operation)
    cataract_(?:surgery|replacement|operation) fecondation_in_vitro fiv ivf changement_de_sexe sex_change
    """
